package dev.porteclef.exchange;

/// What a strategy needs of one permission box.
public enum Need {
    /// Without it the bot cannot work: a key lacking it is red.
    REQUIRED,
    /// The bot works better with it: a key lacking it is amber.
    RECOMMENDED,
    /// Not needed by this choice, and harmless enough to be let pass.
    OPTIONAL,
    /// Not needed by this choice; a key that has it has more rights than needed.
    UNNEEDED,
    /// Never: a key that has it is refused and its secret is not stored.
    FORBIDDEN;

    /// The key of its text in both languages.
    public String translationKey() {
        return "exchange.need." + name();
    }
}
