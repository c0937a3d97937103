package dev.porteclef.verification;

/// Something known that makes one cause of a refusal more or less likely. Each is a fact the portal has seen itself.
public enum Clue {
    /// This very pair was accepted before.
    ACCEPTED_BEFORE,
    /// At least one field has an unusual length or unusual characters.
    UNUSUAL_SHAPE,
    /// Every field looks as usual.
    USUAL_SHAPE,
    /// Key and secret cannot be mistaken for one another: their usual shapes differ, or there are more fields.
    FIELDS_DIFFER_IN_SHAPE,
    /// The pair was tried with the two fields swapped, and refused as well.
    SWAP_REFUSED,
    /// The exchange has refused it for more than six hours: an e-mail link would have been opened by then.
    REFUSED_FOR_HOURS,
    /// Our outgoing addresses are not those from which the pair was accepted.
    ADDRESS_CHANGED,
    /// This exchange's keys have no IP lists.
    NO_ADDRESS_LISTS,
    /// Keys of the exchange that worked are refused now to at least three customers, more than have one accepted now.
    OTHERS_LOST,
    /// Other keys of the exchange are accepted now.
    OTHERS_FINE;

    /// The key of its text in both languages.
    public String translationKey() {
        return "verification.clue." + name();
    }
}
