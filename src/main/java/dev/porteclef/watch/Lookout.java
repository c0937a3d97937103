package dev.porteclef.watch;

import dev.porteclef.exchange.Endpoints;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.WatchedKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every few seconds whether many keys share one fate. Where one key alone tells too little, others are checked
/// before their time, so that a handful of keys recognises an outage as fast as thousands do.
@Component
class Lookout {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);

    /// More than are asked while the mail about them waits.
    private static final int MOST = 1_000;

    private final ExchangeCatalogue catalogue;
    private final Endpoints endpoints;
    private final Incidents incidents;
    private final WatchedKeys keys;
    private final KeyWatch watch;

    Lookout(ExchangeCatalogue catalogue, Endpoints endpoints, Incidents incidents, WatchedKeys keys, KeyWatch watch) {
        this.catalogue = catalogue;
        this.endpoints = endpoints;
        this.incidents = incidents;
        this.keys = keys;
        this.watch = watch;
    }

    /// One look at every exchange. What fails for one is logged without its message, and the others go on.
    @Scheduled(
            initialDelayString = "${porteclef.watch.look-every:5s}",
            fixedDelayString = "${porteclef.watch.look-every:5s}")
    void look() {
        for (Exchange exchange : catalogue.all()) {
            for (Environment environment : endpoints.environments(exchange.id())) {
                try {
                    look(exchange.id(), environment);
                } catch (RuntimeException e) {
                    LOG.warn(
                            "Looking at {} failed: {}",
                            exchange.id(),
                            e.getClass().getName());
                }
            }
        }
    }

    private void look(ExchangeId exchange, Environment environment) {
        var wanted = incidents.look(exchange, environment);
        if (wanted.over() != null) {
            // Before anybody is written to: what was refused meanwhile may be fine.
            watch.checkNow(keys.refusedSince(exchange, environment, wanted.over(), MOST));
        }
        if (wanted.number() > 0) {
            watch.checkNow(keys.longestUnchecked(exchange, environment, wanted.uncheckedSince(), wanted.number()));
        }
    }
}
