package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;

/// A code the exchange answers with; its explanation is the section of the same id in `errors.*.md`.
///
/// @param code as the exchange writes it (`10114`), also the id of its entry
/// @param name the exchange's own name for it
public record ErrorCode(String code, String name, LocalizedText title) {}
