package dev.porteclef.practice;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.key.Headline;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What the rehearsal leads through, in its order: the good key first, then every mistake once.
public enum Mistake {
    GOOD(Part.WARM_UP),
    RECOMMENDED_MISSING(Part.BOXES),
    ORDERS_WRITE_MISSING(Part.BOXES),
    MORE_THAN_NEEDED(Part.BOXES),
    WITHDRAW_TICKED(Part.BOXES),
    NO_FUNDED_WALLET(Part.BOXES),
    WRONG_SECRET(Part.PASTING),
    SWAPPED_FIELDS(Part.PASTING),
    IP_NOT_LISTED(Part.KEY, Mishap.IP_NOT_LISTED),
    CONFIRMATION_PENDING(Part.KEY, Mishap.CONFIRMATION_PENDING),
    KEY_DELETED(Part.KEY, Mishap.KEY_DELETED),
    NONCE_RACE(Part.KEY, Mishap.NONCE_RACE),
    NONCE_SPOILT(Part.KEY, Mishap.NONCE_SPOILT),
    MAINTENANCE(Part.EXCHANGE, Mishap.MAINTENANCE),
    RATE_LIMITED(Part.EXCHANGE, Mishap.RATE_LIMITED),
    SLOW(Part.EXCHANGE, Mishap.SLOW_BODY),
    BROKEN_OFF(Part.EXCHANGE, Mishap.BROKEN_OFF),
    ERROR_PAGE(Part.EXCHANGE, Mishap.ERROR_PAGE),
    WITHDRAW_LATER(Part.LATER, Mishap.WITHDRAW_LATER);

    private final Part part;
    private final @Nullable Mishap mishap;

    Mistake(Part part) {
        this(part, null);
    }

    Mistake(Part part, @Nullable Mishap mishap) {
        this.part = part;
        this.mishap = mishap;
    }

    /// The part of the rehearsal it belongs to.
    public Part part() {
        return part;
    }

    /// The mishap that prepares it; nothing where it takes a key made or pasted in a certain way.
    public Optional<Mishap> mishap() {
        return Optional.ofNullable(mishap);
    }

    /// Its name.
    public String translationKey() {
        return "practice.mistake." + name();
    }

    /// What goes wrong.
    public String wrongKey() {
        return translationKey() + ".wrong";
    }

    /// How to make it.
    public String makeKey() {
        return translationKey() + ".make";
    }

    /// What the portal should say.
    public String seeKey() {
        return translationKey() + ".see";
    }

    /// The mistake that `mishap` rehearses; none where it is not one of the rehearsal's.
    static Set<Mistake> of(Mishap mishap) {
        return switch (mishap) {
            case RATE_LIMITED_OBJECT -> Set.of(RATE_LIMITED);
            case SLOW_HEADERS -> Set.of(SLOW);
            case KEY_DELETED,
                    IP_NOT_LISTED,
                    CONFIRMATION_PENDING,
                    NONCE_SPOILT,
                    NONCE_RACE,
                    MAINTENANCE,
                    RATE_LIMITED,
                    SLOW_BODY,
                    BROKEN_OFF,
                    ERROR_PAGE,
                    EMPTY_ANSWER,
                    UNKNOWN_SCOPE,
                    WITHDRAW_LATER ->
                Arrays.stream(values())
                        .filter(mistake -> mistake.mishap == mishap)
                        .collect(Collectors.toSet());
        };
    }

    /// Whether the portal, given this mistake, was right to conclude as it did.
    ///
    /// @param noVerdict why the check said nothing, `null` when it did
    boolean fits(Headline headline, @Nullable Outcome noVerdict) {
        return switch (this) {
            case GOOD -> headline == Headline.ACCEPTED && noVerdict == null;
            case RECOMMENDED_MISSING -> headline == Headline.RECOMMENDED_MISSING && noVerdict == null;
            case ORDERS_WRITE_MISSING -> headline == Headline.MISSING_PERMISSION && noVerdict == null;
            case MORE_THAN_NEEDED -> headline == Headline.MORE_THAN_NEEDED && noVerdict == null;
            case WITHDRAW_TICKED, WITHDRAW_LATER -> headline == Headline.REFUSED;
            case NO_FUNDED_WALLET -> headline == Headline.NO_FUNDED_WALLET && noVerdict == null;
            // A key with something else to say says that first; what counts is that the second try got through.
            case NONCE_RACE -> headline.tone() != Headline.Tone.RED && noVerdict == null;
            case WRONG_SECRET, SWAPPED_FIELDS, IP_NOT_LISTED, CONFIRMATION_PENDING, KEY_DELETED ->
                isRejection(headline) && noVerdict == null;
            case NONCE_SPOILT -> headline == Headline.NONCE_CONFLICT && noVerdict == null;
            case MAINTENANCE -> noVerdict == Outcome.MAINTENANCE;
            case RATE_LIMITED -> noVerdict == Outcome.RATE_LIMITED;
            case SLOW -> noVerdict == Outcome.TOO_SLOW;
            case BROKEN_OFF -> noVerdict == Outcome.BROKEN_OFF;
            case ERROR_PAGE -> noVerdict == Outcome.NOT_ITS_ANSWER;
        };
    }

    private static boolean isRejection(Headline headline) {
        return headline == Headline.CREDENTIALS_REJECTED
                || headline == Headline.IP_NOT_ALLOWED
                // Of a key that was to be refused, because another has taken its place.
                || headline == Headline.REVOKED;
    }

    /// The parts of the rehearsal, in order.
    public enum Part {
        WARM_UP,
        BOXES,
        PASTING,
        KEY,
        EXCHANGE,
        LATER;

        /// Its heading.
        public String translationKey() {
            return "practice.rehearsal.part." + name();
        }
    }
}
