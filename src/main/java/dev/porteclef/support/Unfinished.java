package dev.porteclef.support;

import dev.porteclef.platform.i18n.Language;
import org.jspecify.annotations.Nullable;

/// What an agent has typed about a key and not sent.
///
/// @param language `null` for what an older version of the portal kept: the owner's
public record Unfinished(Answer.Kind kind, @Nullable Language language, String text) {}
