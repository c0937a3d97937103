package dev.porteclef.mail;

import dev.porteclef.platform.security.UserId;
import org.jspecify.annotations.Nullable;

/// A mail that is to be written.
///
/// @param about the key it is about, `null`: none
/// @param occasion names what it tells of, at most 120 characters: the same is never told twice
public record MailDraft(
        UserId owner, MailFacts facts, @Nullable AboutKey about, String occasion) {}
