package dev.porteclef.exchange;

/// What an answer of the exchange that is not the wanted one means for a key.
/// The rules that lead from status and body to one of these are the exchange's data.
public enum Outcome {
    /// The exchange does not accept key and secret; it may also be the IP list or a pending confirmation.
    CREDENTIALS_REJECTED(true),
    /// The key is accepted but lacks a right for this call.
    PERMISSION_MISSING(true),
    /// The exchange names the calling address as the reason.
    IP_NOT_ALLOWED(true),
    /// The key has already seen a larger nonce.
    NONCE_TOO_SMALL(true),
    RATE_LIMITED(false),
    MAINTENANCE(false),
    /// The exchange answers, but not now.
    TEMPORARY(false),
    /// No connection came about: name, network or TLS.
    UNREACHABLE(false),
    /// Connected, and no whole answer within the bound of time.
    TOO_SLOW(false),
    /// The connection ended in the middle.
    BROKEN_OFF(false),
    /// Something answered that does not speak as the exchange's API does: a gateway's page, an empty or a broken body.
    NOT_ITS_ANSWER(false),
    /// The exchange finds fault with the request itself: ours to mend, not the customer's.
    OUR_FAULT(false),
    /// Nothing was asked: too many wait for a place at the gate, all of them ours.
    NO_TURN(false),
    /// An answer that no rule covers.
    UNEXPECTED(false);

    private final boolean verdict;

    Outcome(boolean verdict) {
        this.verdict = verdict;
    }

    /// Whether the exchange said something about the key. Everything else leaves an earlier verdict as it is.
    public boolean isVerdict() {
        return verdict;
    }

    /// The key of its text in both languages.
    public String translationKey() {
        return "exchange.outcome." + name();
    }
}
