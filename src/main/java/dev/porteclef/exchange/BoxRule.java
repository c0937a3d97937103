package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.LocalizedText;

/// What one strategy profile (or add-on) says of one box, and why.
public record BoxRule(Need need, LocalizedText why) {}
