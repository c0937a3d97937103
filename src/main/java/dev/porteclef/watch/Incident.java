package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import java.time.Instant;

/// Something that is wrong with many keys at once, and therefore with none of them.
public record Incident(ExchangeId exchange, Environment environment, Kind kind, Instant since) {

    /// What is wrong.
    public enum Kind {
        /// The exchange says nothing about most keys: down, slow, or in maintenance.
        NO_ANSWER,
        /// Many customers' keys that worked are refused at the same time: it may be our outgoing address.
        MANY_REFUSED;

        /// The key of its text in both languages.
        public String translationKey() {
            return "watch.incident." + name();
        }
    }
}
