package dev.porteclef.support;

import dev.porteclef.platform.i18n.Language;

/// An answer that is to be sent.
///
/// @param language in which it is written
/// @param text as it was typed
public record AnswerDraft(Answer.Kind kind, Language language, String text) {}
