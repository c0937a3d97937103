package dev.porteclef.demo;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.verification.Clue;
import dev.porteclef.verification.Verdict;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What one check can end with.
enum Saying {
    FINE(Verdict.Kind.ACCEPTED),
    NO_FUNDS(Verdict.Kind.ACCEPTED),
    RECOMMENDED_MISSING(Verdict.Kind.ACCEPTED),
    MORE_RIGHTS(Verdict.Kind.ACCEPTED),
    UNKNOWN_RIGHT(Verdict.Kind.ACCEPTED),
    RACED(Verdict.Kind.ACCEPTED),
    BOX_MISSING(Verdict.Kind.MISSING_PERMISSION),
    /// Accepted, and able to take money out: the key is refused by the portal.
    WITHDRAWS(Verdict.Kind.ACCEPTED),
    NEVER_ACCEPTED(Outcome.CREDENTIALS_REJECTED, 500, Clue.USUAL_SHAPE, Clue.REFUSED_FOR_HOURS, Clue.OTHERS_FINE),
    DAMAGED(Outcome.CREDENTIALS_REJECTED, 500, Clue.UNUSUAL_SHAPE, Clue.OTHERS_FINE),
    DELETED(
            Outcome.CREDENTIALS_REJECTED,
            500,
            Clue.ACCEPTED_BEFORE,
            Clue.USUAL_SHAPE,
            Clue.REFUSED_FOR_HOURS,
            Clue.OTHERS_FINE),
    ADDRESS_CHANGED(
            Outcome.CREDENTIALS_REJECTED,
            500,
            Clue.ACCEPTED_BEFORE,
            Clue.USUAL_SHAPE,
            Clue.ADDRESS_CHANGED,
            Clue.OTHERS_FINE),
    ADDRESS_REFUSED(Outcome.IP_NOT_ALLOWED, 403),
    NONCE_AHEAD(Outcome.NONCE_TOO_SMALL, 500),
    MAINTENANCE(Outcome.MAINTENANCE, 503),
    RATE_LIMITED(Outcome.RATE_LIMITED, 429),
    TOO_SLOW(Outcome.TOO_SLOW, 0),
    UNREACHABLE(Outcome.UNREACHABLE, 0);

    private final Verdict.@Nullable Kind verdict;
    private final @Nullable Outcome declined;
    private final int status;

    @SuppressWarnings("ImmutableEnumChecker") // Made by Set.of: never changed.
    private final Set<Clue> clues;

    Saying(Verdict.Kind verdict) {
        this.verdict = verdict;
        this.declined = null;
        this.status = 200;
        this.clues = Set.of();
    }

    Saying(Outcome declined, int status, Clue... clues) {
        this.verdict = switch (declined) {
            case CREDENTIALS_REJECTED -> Verdict.Kind.CREDENTIALS_REJECTED;
            case IP_NOT_ALLOWED -> Verdict.Kind.IP_NOT_ALLOWED;
            case NONCE_TOO_SMALL -> Verdict.Kind.NONCE_CONFLICT;
            case PERMISSION_MISSING -> Verdict.Kind.MISSING_PERMISSION;
            case RATE_LIMITED,
                    MAINTENANCE,
                    TEMPORARY,
                    UNREACHABLE,
                    TOO_SLOW,
                    BROKEN_OFF,
                    NOT_ITS_ANSWER,
                    OUR_FAULT,
                    NO_TURN,
                    UNEXPECTED -> null;
        };
        this.declined = declined;
        this.status = status;
        this.clues = Set.of(clues);
    }

    /// `null` where the exchange said nothing about the key.
    Verdict.@Nullable Kind verdict() {
        return verdict;
    }

    /// What the exchange's answer meant, `null` where it was the wanted one.
    @Nullable
    Outcome declined() {
        return declined;
    }

    /// Of HTTP; `null` where no answer came.
    @Nullable
    Integer status() {
        return status == 0 ? null : status;
    }

    /// What is known about the reason of a refusal.
    Set<Clue> clues() {
        return clues;
    }

    /// Whether it can be said only of keys that have an IP list.
    boolean isAboutAddresses() {
        return declined == Outcome.IP_NOT_ALLOWED || clues.contains(Clue.ADDRESS_CHANGED);
    }

    boolean isSilent() {
        return verdict == null;
    }

    boolean isAccepted() {
        return verdict == Verdict.Kind.ACCEPTED || verdict == Verdict.Kind.MISSING_PERMISSION;
    }
}
