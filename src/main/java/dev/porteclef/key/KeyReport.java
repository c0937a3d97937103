package dev.porteclef.key;

import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.verification.Cause;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.Check.Note;
import dev.porteclef.verification.CheckKind;
import dev.porteclef.verification.CheckState;
import dev.porteclef.verification.Comparison;
import dev.porteclef.verification.Diagnosis;
import dev.porteclef.verification.RuledOut;
import dev.porteclef.verification.Verification;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The evidence of one verification as it is kept: the checks with what was asked and answered, the rights the exchange
/// reported, the comparison, the number of wallets. Nothing in it is secret.
///
/// @param diagnosis the ranked causes of a refusal of key and secret, as they stood at the time; `null` for all else
public record KeyReport(
        List<Check> checks,
        @Nullable GrantedPermissions granted,
        @Nullable Comparison comparison,
        @Nullable Balance balance,
        @Nullable Diagnosis diagnosis) {

    static KeyReport of(Verification verification) {
        return new KeyReport(
                verification.checks(), verification.granted(), verification.comparison(), verification.balance(), null);
    }

    KeyReport with(Diagnosis newDiagnosis) {
        return new KeyReport(checks, granted, comparison, balance, newDiagnosis);
    }

    /// The same answers held against another strategy; itself where the exchange's list says too little for that.
    KeyReport comparedWith(Exchange exchange, Strategy strategy) {
        if (granted == null || !Comparison.isConclusive(exchange, strategy, granted)) {
            return this;
        }
        var renewed = Comparison.of(exchange, strategy, granted);
        var checksThen = checks.stream()
                .map(check -> check.kind() == CheckKind.PERMISSIONS ? renewed.check(check.evidence()) : check)
                .toList();
        return new KeyReport(checksThen, granted, renewed, balance, diagnosis);
    }

    /// Whether the exchange refused to tell the balance; an outage is no refusal.
    boolean wasRefusedBalance() {
        return checks.stream()
                .anyMatch(check -> check.kind() == CheckKind.BALANCE && check.state() == CheckState.FAILED);
    }

    /// One call and its answer, and what the two rule out.
    public record Step(Evidence evidence, Set<RuledOut> rulesOut) {}

    /// Every call of the verification once, in the order of the checks that rest on it.
    public List<Step> steps() {
        var steps = new LinkedHashMap<Evidence, Set<RuledOut>>();
        for (var check : checks) {
            var evidence = check.evidence();
            if (evidence != null) {
                steps.computeIfAbsent(evidence, _ -> EnumSet.noneOf(RuledOut.class))
                        .addAll(check.rulesOut());
            }
        }
        return steps.entrySet().stream()
                .map(step -> new Step(step.getKey(), step.getValue()))
                .toList();
    }

    /// What it says of the key, without when, from where and in which words it was asked.
    ///
    /// @param cause the likeliest of a refusal
    record Finding(
            List<Line> lines,
            Set<String> codes,
            @Nullable GrantedPermissions granted,
            @Nullable Comparison comparison,
            @Nullable Cause cause) {

        record Line(
                CheckKind kind, CheckState state, @Nullable Note note) {}
    }

    Finding finding() {
        return new Finding(
                checks.stream()
                        .map(check -> new Finding.Line(check.kind(), check.state(), check.note()))
                        .toList(),
                steps().stream()
                        .map(step -> step.evidence().code())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()),
                granted,
                comparison,
                diagnosis == null ? null : diagnosis.first().cause());
    }

    static KeyReport read(String json) {
        return JsonMapper.shared().readValue(json, KeyReport.class);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
