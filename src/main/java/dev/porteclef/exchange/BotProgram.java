package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;
import org.jspecify.annotations.Nullable;

/// A kind of program that may use a key beside the portal. It matters where an exchange keeps one nonce counter per key
/// and programs count in different units.
///
/// @param caution what the customer must know before the first check; `null`: nothing
public record BotProgram(
        String id, LocalizedText name, @Nullable LocalizedText caution) {}
