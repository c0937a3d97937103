package dev.porteclef.key.ui;

import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Findings;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyReport;
import dev.porteclef.key.Life;
import dev.porteclef.key.Standing;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CheckKind;
import dev.porteclef.verification.CheckState;
import dev.porteclef.verification.Clue;
import dev.porteclef.verification.Comparison;
import dev.porteclef.verification.Diagnosis;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Keys as a check leaves them, case by case.
final class Judged {

    static final Instant AT = Instant.parse("2026-11-21T09:30:00Z");

    private static final UUID ID = new UUID(7, 7);

    private Judged() {}

    static ExchangeKey good(Exchange exchange) {
        return accepted(exchange, fine(), Harmlessness.PROVEN, new Balance(2, 1), null);
    }

    static ExchangeKey unfunded(Exchange exchange) {
        return accepted(exchange, fine(), Harmlessness.PROVEN, new Balance(2, 0), null);
    }

    static ExchangeKey raced(Exchange exchange) {
        return accepted(exchange, fine(), Harmlessness.PROVEN, new Balance(2, 1), Check.Note.NONCE_RACE);
    }

    static ExchangeKey excess(Exchange exchange, String... boxes) {
        return accepted(
                exchange,
                new Comparison(List.of(), List.of(), List.of(boxes), Set.of(), Set.of()),
                Harmlessness.MORE_THAN_NEEDED,
                new Balance(2, 1),
                null);
    }

    static ExchangeKey recommendedMissing(Exchange exchange, String... boxes) {
        return accepted(
                exchange,
                new Comparison(List.of(), List.of(boxes), List.of(), Set.of(), Set.of()),
                Harmlessness.PROVEN,
                new Balance(2, 1),
                null);
    }

    static ExchangeKey unknownScope(Exchange exchange, String scope) {
        return accepted(
                exchange,
                new Comparison(List.of(), List.of(), List.of(), Set.of(), Set.of(scope)),
                Harmlessness.CANNOT_BE_PROVEN,
                new Balance(2, 1),
                null);
    }

    static ExchangeKey unaskable(Exchange exchange) {
        return accepted(exchange, null, Harmlessness.CANNOT_BE_PROVEN, new Balance(2, 1), null);
    }

    static ExchangeKey missing(Exchange exchange, String... boxes) {
        return key(
                exchange,
                Life.ACTIVE,
                Verdict.Kind.MISSING_PERMISSION,
                null,
                null,
                Harmlessness.PROVEN,
                report(
                        new Comparison(List.of(boxes), List.of(), List.of(), Set.of(), Set.of()),
                        null,
                        null,
                        check(CheckState.PASSED, null, null)));
    }

    static ExchangeKey withdrawing(Exchange exchange) {
        return key(
                exchange,
                Life.REFUSED,
                Verdict.Kind.ACCEPTED,
                null,
                null,
                Harmlessness.FORBIDDEN,
                report(
                        new Comparison(List.of(), List.of(), List.of(), Set.of("withdraw"), Set.of()),
                        null,
                        null,
                        check(CheckState.PASSED, null, null)));
    }

    /// Refused, with what is known of it; without clues at all it is a report from before causes were ranked.
    static ExchangeKey rejected(Exchange exchange, String code, Clue... clues) {
        return refused(
                exchange,
                Verdict.Kind.CREDENTIALS_REJECTED,
                code,
                clues.length == 0 ? null : Diagnosis.of(Set.of(clues)));
    }

    static ExchangeKey refused(Exchange exchange, Verdict.Kind verdict, String code, @Nullable Diagnosis diagnosis) {
        return key(
                exchange,
                Life.ACTIVE,
                verdict,
                code,
                null,
                Harmlessness.CANNOT_BE_PROVEN,
                report(null, null, diagnosis, check(CheckState.FAILED, code, null)));
    }

    /// Without a verdict now; `before` tells whether it was accepted earlier.
    static ExchangeKey unanswered(Exchange exchange, Outcome outcome, boolean before) {
        return key(
                exchange,
                Life.ACTIVE,
                before ? Verdict.Kind.ACCEPTED : null,
                null,
                outcome,
                before ? Harmlessness.PROVEN : Harmlessness.CANNOT_BE_PROVEN,
                report(before ? fine() : null, null, null, check(CheckState.UNDECIDED, null, null)));
    }

    private static ExchangeKey accepted(
            Exchange exchange,
            @Nullable Comparison comparison,
            Harmlessness harmlessness,
            Balance balance,
            Check.@Nullable Note note) {
        return key(
                exchange,
                Life.ACTIVE,
                Verdict.Kind.ACCEPTED,
                null,
                null,
                harmlessness,
                report(
                        comparison,
                        balance,
                        null,
                        check(note == null ? CheckState.PASSED : CheckState.WARNED, null, note)));
    }

    private static Comparison fine() {
        return new Comparison(List.of(), List.of(), List.of(), Set.of(), Set.of());
    }

    private static Check check(CheckState state, @Nullable String code, Check.@Nullable Note note) {
        var evidence = new Evidence("POST /v2/auth/r/permissions", 500, code, null, null, Duration.ofMillis(210), AT);
        return new Check(CheckKind.SIGNATURE, state, note, evidence);
    }

    private static KeyReport report(
            @Nullable Comparison comparison, @Nullable Balance balance, @Nullable Diagnosis diagnosis, Check check) {
        return new KeyReport(List.of(check), null, comparison, balance, diagnosis);
    }

    private static ExchangeKey key(
            Exchange exchange,
            Life life,
            Verdict.@Nullable Kind verdict,
            @Nullable String code,
            @Nullable Outcome noVerdict,
            Harmlessness harmlessness,
            KeyReport report) {
        return new ExchangeKey(
                new KeyId(ID),
                1,
                new UserId(ID),
                exchange.id(),
                Environment.LIVE,
                "My bot",
                exchange.defaultStrategy(),
                "milliseconds",
                "abcd",
                1,
                life != Life.REFUSED,
                false,
                new Standing(life, null, AT, null, null),
                new Findings(
                        verdict,
                        code,
                        verdict == null ? null : AT,
                        harmlessness,
                        noVerdict,
                        noVerdict == null ? null : AT,
                        AT,
                        null,
                        null,
                        null,
                        null,
                        false,
                        report),
                AT);
    }
}
