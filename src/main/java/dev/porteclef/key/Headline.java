package dev.porteclef.key;

import dev.porteclef.verification.Harmlessness;

/// What a key's facets amount to, in the one documented order: the first that applies is the headline.
/// Each has a colour, a glyph and a word, so that none is told by colour alone.
public enum Headline {
    /// A right that withdraws: never stored, or its secret destroyed.
    REFUSED(Tone.RED),
    PAUSED(Tone.GREY),
    CREDENTIALS_REJECTED(Tone.RED),
    IP_NOT_ALLOWED(Tone.RED),
    NONCE_CONFLICT(Tone.RED),
    MISSING_PERMISSION(Tone.RED),
    /// Nothing is known yet: no check has ended with a verdict.
    NO_VERDICT(Tone.AMBER),
    CANNOT_BE_PROVEN(Tone.AMBER),
    MORE_THAN_NEEDED(Tone.AMBER),
    /// Works; a recommended box is missing.
    RECOMMENDED_MISSING(Tone.AMBER),
    /// Green once, and the latest check could not say: the last verdict stays, the doubt is shown.
    LAST_VERDICT_STAYS(Tone.AMBER),
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
        if (key.life() == Life.REFUSED || key.harmlessness() == Harmlessness.FORBIDDEN) {
            return REFUSED;
        }
        if (key.life() == Life.PAUSED) {
            return PAUSED;
        }
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
        if (key.harmlessness() == Harmlessness.CANNOT_BE_PROVEN) {
            return CANNOT_BE_PROVEN;
        }
        if (key.harmlessness() == Harmlessness.MORE_THAN_NEEDED) {
            return MORE_THAN_NEEDED;
        }
        var comparison = key.report().comparison();
        if (comparison != null && !comparison.recommendedMissing().isEmpty()) {
            return RECOMMENDED_MISSING;
        }
        return key.noVerdict() == null ? ACCEPTED : LAST_VERDICT_STAYS;
    }

    /// The colours of the portal's states.
    public enum Tone {
        GREEN,
        AMBER,
        RED,
        GREY
    }
}
