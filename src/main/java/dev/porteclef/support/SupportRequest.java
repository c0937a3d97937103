package dev.porteclef.support;

import dev.porteclef.key.KeyId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;

/// One question as it was sent.
///
/// @param label what the key was called then
/// @param language in which it was asked, and is to be answered
public record SupportRequest(
        SupportRequestId id,
        UserId owner,
        KeyId key,
        String label,
        Language language,
        String question,
        RedactedReport report,
        Instant askedAt) {}
