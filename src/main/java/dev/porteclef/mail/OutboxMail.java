package dev.porteclef.mail;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A row of the outbox.
///
/// @param kind its name, which a newer version of the portal may have written
/// @param attempts how often it was taken up, this time included
/// @param endedAt when it left the outbox, `null`: it waits
record OutboxMail(
        MailId id,
        UserId owner,
        String kind,
        @Nullable AboutKey about,
        String facts,
        MailState state,
        int attempts,
        Instant createdAt,
        @Nullable Instant endedAt) {}
