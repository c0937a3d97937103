package dev.porteclef.verification;

/// Whether a key can take money out, and how we know: the answer is never just yes or no.
public enum Harmlessness {
    /// The exchange listed the key's rights: none withdraws, none is unknown, none is more than the strategy needs.
    PROVEN,
    /// Harmless as far as withdrawing goes, but boxes are ticked that the strategy does not need.
    MORE_THAN_NEEDED,
    /// The exchange could not be asked, did not answer, or reported write access to a scope nobody has described.
    CANNOT_BE_PROVEN,
    /// A right that withdraws is granted: the key is refused.
    FORBIDDEN;

    /// The key of its text in both languages.
    public String translationKey() {
        return "verification.harmlessness." + name();
    }
}
