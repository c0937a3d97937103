package dev.porteclef.outbound;

import dev.porteclef.exchange.Route;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.platform.lifecycle.Stopping;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Puts the gate together from what the installation declares.
@Configuration(proxyBeanMethods = false)
class OutboundConfiguration {

    @Bean
    Pause pause(Stopping stopping) {
        return stopping::pause;
    }

    @Bean
    OutboundGate outboundGate(
            Jdbi jdbi,
            Installation installation,
            Pause pause,
            Stopping stopping,
            Clock clock,
            ObjectProvider<GateNews> news) {
        var outbound = installation.outbound();
        return new OutboundGate(
                jdbi,
                routes(installation),
                new Pace(outbound.callsPerMinute(), outbound.burst()),
                new Pace(outbound.practiceCallsPerMinute(), Math.max(2, outbound.practiceCallsPerMinute() / 10)),
                pause,
                stopping,
                clock,
                news.getIfAvailable(() -> GateNews.UNHEARD));
    }

    /// One for each that is declared; else straight out. From which of several addresses that is, nobody knows.
    private static List<Route> routes(Installation installation) {
        var declared = installation.outbound().routes();
        if (declared.isEmpty()) {
            var addresses = installation.outgoingAddresses();
            return List.of(addresses.size() == 1 ? new Route(addresses.getFirst(), null, null) : Route.DIRECT);
        }
        return declared.stream().map(route -> route(route, installation)).toList();
    }

    private static Route route(Installation.Route declared, Installation installation) {
        if (!installation.outgoingAddresses().contains(declared.address())) {
            throw new StartRefused("porteclef.outbound.routes names " + declared.address()
                    + ", which is none of porteclef.outgoing-addresses: customers would not put it on their lists.");
        }
        var proxy = declared.proxy();
        try {
            return new Route(
                    declared.address(),
                    declared.from() == null ? null : InetAddress.getByName(declared.from()),
                    proxy == null ? null : InetSocketAddress.createUnresolved(proxy.getHost(), proxy.getPort()));
        } catch (UnknownHostException e) {
            throw new StartRefused("porteclef.outbound.routes has a local address that is none.", e);
        }
    }
}
