package dev.porteclef.key;

import dev.porteclef.verification.Check;
import dev.porteclef.verification.Harmlessness;

/// What a key's facets amount to, in the one documented order: the first that applies is the headline.
/// Each has a colour, a glyph and a word, so that none is told by colour alone. [Rotation] and the environment are told
/// beside it.
public enum Headline {
    /// A right that withdraws: never stored, or its secret destroyed.
    REFUSED(Tone.RED),
    /// Taken out of use because it may have leaked, and not refused by the exchange yet.
    LEAKED(Tone.RED),
    PAUSED(Tone.GREY),
    /// Replaced or leaked, and refused by the exchange since.
    REVOKED(Tone.GREY),
    /// Replaced; the exchange still accepts it.
    REPLACED_STILL_ACCEPTED(Tone.AMBER),
    /// Replaced; whether the exchange still accepts it is not known.
    REPLACED(Tone.GREY),
    CREDENTIALS_REJECTED(Tone.RED),
    IP_NOT_ALLOWED(Tone.RED),
    NONCE_CONFLICT(Tone.RED),
    MISSING_PERMISSION(Tone.RED),
    /// Nothing is known yet: no check has ended with a verdict.
    NO_VERDICT(Tone.AMBER),
    CANNOT_BE_PROVEN(Tone.AMBER),
    MORE_THAN_NEEDED(Tone.AMBER),
    /// Accepted once, and the latest check could not say: the last verdict stays, the doubt is shown.
    LAST_VERDICT_STAYS(Tone.AMBER),
    /// Accepted so far, and refused at the latest of the checks that the portal makes by itself: asked again soon.
    DOUBTED(Tone.AMBER),
    /// Works; another program used the key in the same moment.
    NONCE_RACE(Tone.AMBER),
    /// Works; a recommended box is missing.
    RECOMMENDED_MISSING(Tone.AMBER),
    /// Works, but no wallet holds anything: perhaps it belongs to another account.
    NO_FUNDED_WALLET(Tone.GREEN),
    ACCEPTED(Tone.GREEN);

    private final Tone tone;

    Headline(Tone tone) {
        this.tone = tone;
    }

    /// The colour it is shown in.
    public Tone tone() {
        return tone;
    }

    /// The word beside the glyph.
    public String translationKey() {
        return "key.headline." + name();
    }

    /// The sentence of cause below it.
    public String causeKey() {
        return "key.cause." + name();
    }

    static Headline of(ExchangeKey key) {
        return switch (key.life()) {
            case REFUSED -> REFUSED;
            case PAUSED -> ofPaused(key);
            case REVOKED -> REVOKED;
            case REPLACED ->
                Findings.isAcceptance(key.verdict()) && key.sealed() && isAskedSince(key)
                        ? REPLACED_STILL_ACCEPTED
                        : REPLACED;
            case DRAFT, ACTIVE -> ofVerdict(key);
        };
    }

    private static Headline ofPaused(ExchangeKey key) {
        if (key.harmlessness() == Harmlessness.FORBIDDEN) {
            return REFUSED;
        }
        return key.pauseReason() == PauseReason.LEAK ? LEAKED : PAUSED;
    }

    private static boolean isAskedSince(ExchangeKey key) {
        var at = key.verdictAt();
        return at != null && !at.isBefore(key.standing().since());
    }

    private static Headline ofVerdict(ExchangeKey key) {
        return switch (key.verdict()) {
            case null -> NO_VERDICT;
            case CREDENTIALS_REJECTED -> CREDENTIALS_REJECTED;
            case IP_NOT_ALLOWED -> IP_NOT_ALLOWED;
            case NONCE_CONFLICT -> NONCE_CONFLICT;
            case MISSING_PERMISSION -> MISSING_PERMISSION;
            case ACCEPTED -> ofAccepted(key);
        };
    }

    private static Headline ofAccepted(ExchangeKey key) {
        return switch (key.harmlessness()) {
            case FORBIDDEN -> REFUSED;
            case CANNOT_BE_PROVEN -> CANNOT_BE_PROVEN;
            case MORE_THAN_NEEDED -> MORE_THAN_NEEDED;
            case PROVEN -> ofProven(key);
        };
    }

    private static Headline ofProven(ExchangeKey key) {
        if (key.noVerdict() != null) {
            return LAST_VERDICT_STAYS;
        }
        if (key.findings().doubtedAt() != null) {
            return DOUBTED;
        }
        var report = key.report();
        if (report.checks().stream().anyMatch(check -> check.note() == Check.Note.NONCE_RACE)) {
            return NONCE_RACE;
        }
        if (report.comparison() != null
                && !report.comparison().recommendedMissing().isEmpty()) {
            return RECOMMENDED_MISSING;
        }
        return report.balance() != null && report.balance().funded() == 0 ? NO_FUNDED_WALLET : ACCEPTED;
    }

    /// The colours of the portal's states.
    public enum Tone {
        GREEN,
        AMBER,
        RED,
        GREY
    }
}
