package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;

/// A code the exchange answers with; its explanation is the article of the help center that names it.
///
/// @param code as the exchange writes it (`10114`), also the id of its entry
/// @param name the exchange's own name for it
public record ErrorCode(String code, String name, LocalizedText title) {}
