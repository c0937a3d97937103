package dev.porteclef.key;

import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Fills in what keys amount to where their rows do not say it: a node of a version before the console has written
/// them. Once after every start, beside all other work; several nodes may do it at the same time.
@Component
class UntoldHeadlines {

    private static final Logger LOG = LoggerFactory.getLogger(UntoldHeadlines.class);
    private static final int AT_ONCE = 500;

    private final JdbiExchangeKeys keys;

    UntoldHeadlines(Jdbi jdbi) {
        this.keys = new JdbiExchangeKeys(jdbi);
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        Thread.ofVirtual().name("headlines").start(() -> {
            try {
                fill();
            } catch (RuntimeException e) {
                LOG.warn(
                        "Headlines of keys were not filled in: {}", e.getClass().getName());
            }
        });
    }

    /// Until each was looked at once. What fails for one is logged without its message, and the others go on.
    void fill() {
        @Nullable KeyId last = null;
        for (var some = keys.untold(last, AT_ONCE); !some.isEmpty(); some = keys.untold(last, AT_ONCE)) {
            some.forEach(this::fill);
            last = some.getLast();
        }
    }

    private void fill(KeyId id) {
        try {
            keys.find(id).ifPresent(keys::tellHeadline);
        } catch (RuntimeException e) {
            LOG.warn(
                    "The headline of key {} was not filled in: {}",
                    id,
                    e.getClass().getName());
        }
    }
}
