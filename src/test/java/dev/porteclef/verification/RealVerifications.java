package dev.porteclef.verification;

import dev.porteclef.exchange.Endpoints;
import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.outbound.Gates;
import dev.porteclef.platform.lifecycle.Stopping;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// Verifications as the portal puts them together, real pauses included, against a stand-in for Bitfinex.
public final class RealVerifications {

    private RealVerifications() {}

    public static Verifications of(PracticeEndpoint exchange, Jdbi jdbi) {
        var clock = Clock.systemUTC();
        var beans = new StaticListableBeanFactory();
        beans.addBean("practice", exchange);
        var endpoints = new Endpoints(RealExchanges.catalogue(), beans.getBeanProvider(PracticeEndpoint.class));
        return new Verifications(
                List.of(StagedBitfinex.adapter(new ExchangeTransport(endpoints, clock))),
                endpoints,
                new KeyTurns(jdbi, RealVerifications::pause, new Stopping(), clock),
                Gates.open(jdbi),
                RealVerifications::pause,
                clock);
    }

    private static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }
}
