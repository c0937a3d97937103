package dev.porteclef.watch;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an agent has said to be wrong with all keys that stand alike.
///
/// @param affected how many keys stood like it when that was last counted
/// @param peak how many did at most at one time
/// @param changedAt when keys last came or went
/// @param ended `null` while it lasts
public record DeclaredIncident(
        UUID id,
        Trouble trouble,
        Instant since,
        UserId declaredBy,
        IncidentTexts texts,
        int affected,
        int peak,
        Instant changedAt,
        @Nullable End ended) {

    /// How it ended.
    ///
    /// @param by the agent who ended it, `null` where it ended by itself
    public record End(Instant at, Ending ending, @Nullable UserId by) {}

    /// Why an incident is over.
    public enum Ending {
        /// Of the keys that stood like it, hardly any does.
        RECOVERED,
        /// An agent said so.
        BY_HAND,
        /// Nothing had changed for days.
        STALE;

        /// The key of its text in both languages.
        public String translationKey() {
            return "watch.declared.ending." + name();
        }
    }
}
