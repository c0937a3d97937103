package dev.porteclef.verification;

/// What one step of a verification leaves no room for. Nothing here rests on more than one answer.
public enum RuledOut {
    /// The exchange is down, or cannot be reached from here.
    OUTAGE,
    /// Key and secret do not belong together, are swapped or damaged.
    WRONG_PAIR,
    /// The key was deleted, or never confirmed.
    NOT_IN_FORCE,
    /// The key has an IP list without the address that was called from.
    ADDRESS_NOT_LISTED,
    /// Another program has used up larger nonces.
    NONCE_AHEAD,
    /// A box that the strategy needs is not ticked.
    BOX_MISSING,
    /// The key can move money out.
    WITHDRAWAL,
    /// The balance is not for this key to read.
    BALANCE_HIDDEN,
    /// The account holds nothing.
    NO_FUNDS;

    /// The key of its text in both languages.
    public String translationKey() {
        return "verification.ruledout." + name();
    }
}
