package dev.porteclef.support;

import dev.porteclef.key.KeyId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What support has answered about a key, as it was sent.
///
/// @param author the agent
/// @param text paragraphs, with an empty line between two
/// @param run names what wrote to many at once; `null`: an answer to this one alone
/// @param seenAt when the key's owner first had it on a page, `null`: not yet
public record Answer(
        UUID id,
        UserId owner,
        KeyId key,
        UserId author,
        Kind kind,
        Language language,
        String text,
        @Nullable UUID run,
        Instant answeredAt,
        @Nullable Instant seenAt) {

    /// What is asked of the key's owner.
    public enum Kind {
        /// To read it.
        ANSWER,
        /// To have another key take this one's place.
        ASKS_REPLACEMENT,
        /// Nothing yet: support has paused the key, and tells why.
        PAUSES
    }

    /// Whether the owner has not had it on a page yet.
    public boolean isNew() {
        return seenAt == null;
    }
}
