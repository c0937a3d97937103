package dev.porteclef.account;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.secret.Secret;

/// What a person who wants an account typed.
///
/// @param email as typed, not yet checked
/// @param password as typed; the caller wipes it
/// @param language in which they read the page, kept as their preference
/// @param from where the request came from, for the limit
public record SignUpDraft(String email, Secret password, Language language, ClientAddress from) {}
