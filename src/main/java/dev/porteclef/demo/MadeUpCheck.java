package dev.porteclef.demo;

import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.GrantedPermissions.Grant;
import dev.porteclef.exchange.HiddenScope;
import dev.porteclef.exchange.Need;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.KeyReport;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.Check.Note;
import dev.porteclef.verification.CheckKind;
import dev.porteclef.verification.CheckState;
import dev.porteclef.verification.Comparison;
import dev.porteclef.verification.Diagnosis;
import dev.porteclef.verification.Harmlessness;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a check of that ending would have found: the rights that lead to it, compared by the portal's own rules.
record MadeUpCheck(Exchange exchange, Strategy strategy, Saying saying) {

    /// From a range kept for documentation: nobody's.
    static final String ADDRESS = "192.0.2.10";

    private static final String RIGHTS = "POST /v2/auth/r/permissions";
    private static final String WALLETS = "POST /v2/auth/r/wallets";

    record Found(Harmlessness harmlessness, KeyReport report) {}

    Found report() {
        return saying.declined() == null ? told() : declined(saying.declined());
    }

    private Found told() {
        var rights = evidence(RIGHTS, saying.status(), null, null);
        var granted = granted();
        var comparison = Comparison.of(exchange, strategy, granted);
        var checks = begun();
        checks.add(new Check(CheckKind.REACHABLE, CheckState.PASSED, null, rights));
        checks.add(signature(rights));
        checks.add(comparison.check(rights));
        if (saying == Saying.WITHDRAWS) {
            // What can withdraw is asked nothing more.
            checks.add(new Check(CheckKind.BALANCE, CheckState.SKIPPED, null, null));
            return found(comparison, new KeyReport(checks, granted, comparison, null, null));
        }
        var balance = new Balance(4, saying == Saying.NO_FUNDS ? 0 : 3);
        checks.add(new Check(
                CheckKind.BALANCE,
                balance.funded() == 0 ? CheckState.WARNED : CheckState.PASSED,
                balance.funded() == 0 ? Note.NO_FUNDED_WALLET : Note.WALLETS_READ,
                evidence(WALLETS, saying.status(), null, null)));
        return found(comparison, new KeyReport(checks, granted, comparison, balance, null));
    }

    private Check signature(Evidence rights) {
        return saying == Saying.RACED
                ? new Check(
                        CheckKind.SIGNATURE,
                        CheckState.WARNED,
                        Note.NONCE_RACE,
                        evidence(RIGHTS, 500, code(Outcome.NONCE_TOO_SMALL), "nonce: small"))
                : new Check(CheckKind.SIGNATURE, CheckState.PASSED, null, rights);
    }

    private static Found found(Comparison comparison, KeyReport report) {
        return new Found(comparison.harmlessness(), report);
    }

    private Found declined(Outcome outcome) {
        var evidence = evidence(RIGHTS, saying.status(), code(outcome), text(outcome));
        var checks = begun();
        if (outcome.isVerdict()) {
            checks.add(new Check(CheckKind.REACHABLE, CheckState.PASSED, null, evidence));
            checks.add(new Check(CheckKind.SIGNATURE, CheckState.FAILED, null, evidence));
        } else {
            checks.add(new Check(CheckKind.REACHABLE, CheckState.UNDECIDED, null, evidence));
            checks.add(new Check(CheckKind.SIGNATURE, CheckState.SKIPPED, null, null));
        }
        checks.add(new Check(CheckKind.PERMISSIONS, CheckState.SKIPPED, null, null));
        checks.add(new Check(CheckKind.BALANCE, CheckState.SKIPPED, null, null));
        var diagnosis = outcome == Outcome.CREDENTIALS_REJECTED ? Diagnosis.of(saying.clues()) : null;
        return new Found(Harmlessness.CANNOT_BE_PROVEN, new KeyReport(checks, null, null, null, diagnosis));
    }

    private List<Check> begun() {
        var unusual = saying == Saying.DAMAGED;
        var checks = new ArrayList<Check>();
        checks.add(new Check(
                CheckKind.FORMAT,
                unusual ? CheckState.WARNED : CheckState.PASSED,
                unusual ? Note.UNUSUAL_FORMAT : null,
                null));
        return checks;
    }

    private static Evidence evidence(
            String asked, @Nullable Integer status, @Nullable String code, @Nullable String text) {
        var hash = status == null ? null : ReportTexts.HASH;
        return new Evidence(asked, status, code, text, hash, ReportTexts.TOOK, ReportTexts.AT, ADDRESS, null);
    }

    /// The code by which the exchange says so; `null` where its content has none.
    @Nullable
    String code(Outcome outcome) {
        return exchange.codeOf(outcome).orElse(null);
    }

    private static String text(Outcome outcome) {
        return switch (outcome) {
            case CREDENTIALS_REJECTED -> "apikey: invalid";
            case NONCE_TOO_SMALL -> "nonce: small";
            case IP_NOT_ALLOWED -> "made up: the address is not on the key's list";
            case RATE_LIMITED -> "ERR_RATE_LIMIT";
            case MAINTENANCE -> "maintenance";
            case PERMISSION_MISSING, TEMPORARY, UNREACHABLE, TOO_SLOW, BROKEN_OFF -> outcome.name();
            case NOT_ITS_ANSWER, OUR_FAULT, NO_TURN, UNEXPECTED -> outcome.name();
        };
    }

    /// What the strategy requires and recommends, changed by what the saying is about.
    private GrantedPermissions granted() {
        var scopes = new TreeMap<String, Grant>();
        exchange.hiddenScopes().forEach(hidden -> scopes.put(hidden.scope(), new Grant(false, false)));
        exchange.boxes().forEach(box -> grant(scopes, box, isWanted(box)));
        switch (saying) {
            case BOX_MISSING ->
                first(box -> need(box) == Need.REQUIRED && box.access() == Access.WRITE)
                        .ifPresent(box -> scopes.put(box.scope(), new Grant(true, false)));
            case MORE_RIGHTS ->
                first(box -> need(box) == Need.UNNEEDED && box.access() == Access.WRITE)
                        .ifPresent(box -> grant(scopes, box, true));
            case WITHDRAWS -> first(PermissionBox::forbidden).ifPresent(box -> grant(scopes, box, true));
            case UNKNOWN_RIGHT ->
                scopes.put(
                        exchange.hiddenScopes().stream()
                                .filter(hidden -> hidden.harm() == HiddenScope.Harm.UNKNOWN)
                                .map(HiddenScope::scope)
                                .findFirst()
                                .orElse("not-heard-of"),
                        new Grant(true, true));
            default -> {
                // As wanted.
            }
        }
        return new GrantedPermissions(scopes);
    }

    private boolean isWanted(PermissionBox box) {
        return need(box) == Need.REQUIRED || (need(box) == Need.RECOMMENDED && saying != Saying.RECOMMENDED_MISSING);
    }

    private static void grant(TreeMap<String, Grant> scopes, PermissionBox box, boolean granted) {
        var before = scopes.getOrDefault(box.scope(), new Grant(false, false));
        scopes.put(
                box.scope(),
                new Grant(
                        before.read() || (granted && box.access() == Access.READ),
                        before.write() || (granted && box.access() == Access.WRITE)));
    }

    private Optional<PermissionBox> first(Predicate<PermissionBox> which) {
        return exchange.boxes().filter(which).findFirst();
    }

    private Need need(PermissionBox box) {
        return exchange.need(box, strategy);
    }
}
