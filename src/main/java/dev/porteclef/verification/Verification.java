package dev.porteclef.verification;

import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Everything one verification found out, without anything secret.
///
/// @param verdict `null` when the exchange said nothing about the key; then `noVerdict` says why
/// @param noVerdict `null` when there is a verdict
/// @param granted what the exchange reported, `null` when it did not
/// @param comparison `null` when nothing was reported
/// @param balance `null` when no balance was read
public record Verification(
        Instant at,
        @Nullable Verdict verdict,
        @Nullable Outcome noVerdict,
        Harmlessness harmlessness,
        List<Check> checks,
        @Nullable GrantedPermissions granted,
        @Nullable Comparison comparison,
        @Nullable Balance balance) {

    public Verification {
        checks = List.copyOf(checks);
        if ((verdict == null) == (noVerdict == null)) {
            throw new IllegalStateException("a verification ends with a verdict or with a reason for none");
        }
    }

    /// The same answers held against another strategy; itself where the exchange's list says too little for that.
    public Verification comparedWith(Exchange exchange, Strategy strategy) {
        if (granted == null || !Comparison.isConclusive(exchange, strategy, granted)) {
            return this;
        }
        var renewed = Comparison.of(exchange, strategy, granted);
        var refusedBalance = check(CheckKind.BALANCE).state() == CheckState.FAILED;
        var rights = renewed.harmlessness() == Harmlessness.FORBIDDEN ? new Verdict.Accepted() : renewed.verdict();
        return new Verification(
                at,
                verdict == null || refusedBalance ? verdict : rights,
                noVerdict,
                renewed.harmlessness(),
                checks.stream()
                        .map(check -> check.kind() == CheckKind.PERMISSIONS ? renewed.check(check.evidence()) : check)
                        .toList(),
                granted,
                renewed,
                balance);
    }

    /// Whether the key must not be stored.
    public boolean isForbidden() {
        return harmlessness == Harmlessness.FORBIDDEN;
    }

    /// Our outgoing address from which the exchange was asked last; empty where nothing was asked, or where it has no
    /// name.
    public String address() {
        return checks.stream()
                .map(Check::evidence)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Evidence::at).reversed())
                .map(Evidence::via)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /// How long the exchange took to answer the first call that it answered; nothing where it answered none.
    public Optional<Duration> firstAnswerTook() {
        return checks.stream()
                .map(Check::evidence)
                .filter(Objects::nonNull)
                .filter(evidence -> evidence.status() != null)
                .min(Comparator.comparing(Evidence::at))
                .map(Evidence::took);
    }

    /// Whether one call of this verification was overtaken by another program's.
    public boolean wasRaced() {
        return checks.stream().anyMatch(check -> check.note() == Check.Note.NONCE_RACE);
    }

    /// The check of this kind.
    public Check check(CheckKind kind) {
        return checks.stream().filter(check -> check.kind() == kind).findFirst().orElseThrow();
    }
}
