package dev.porteclef.support;

import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.i18n.Language;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A question in a list: when, and about a key on which exchange in which state. Not a word of the question, and not
/// whose it is.
///
/// @param headline of the key as it stood then
/// @param settled `null`: it waits for an answer
public record Glance(
        SupportRequestId id,
        Language language,
        Instant askedAt,
        ExchangeId exchange,
        String headline,
        @Nullable Settled settled) {

    /// Why nobody waits for an answer any more, and since when.
    public record Settled(Why why, Instant at) {

        /// What has settled it.
        public enum Why {
            /// Support has answered about its key.
            ANSWERED,
            /// Its key was deleted, and nobody can be answered about a key that is gone.
            KEY_DELETED;

            /// The key of its text in both languages, which takes the time.
            public String translationKey() {
                return "support.desk.settled." + name();
            }
        }
    }

    /// Right behind it in the list of those that wait, or of those that are settled.
    Place behind() {
        return Place.behind(settled == null ? askedAt : settled.at(), id.value());
    }
}
