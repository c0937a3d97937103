package dev.porteclef.verification;

import dev.porteclef.exchange.Answer;
import dev.porteclef.exchange.Answer.Declined;
import dev.porteclef.exchange.Answer.Told;
import dev.porteclef.exchange.Answer.Unaskable;
import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Endpoints;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeAdapter.Inquiry;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.verification.Check.Note;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/// Judges a credential: asks the exchange for the key's own permissions, compares them with what the strategy needs,
/// reads the balance, and names what follows. Writes nothing about the key; runs outside any transaction.
@Service
public class Verifications {

    /// How long to wait before the one second try after a nonce was too small: a race is over by then.
    private static final Duration AFTER_NONCE_RACE = Duration.ofMillis(400);

    private final List<ExchangeAdapter> adapters;
    private final Endpoints endpoints;
    private final KeyTurns turns;
    private final Pause pause;
    private final Clock clock;

    Verifications(List<ExchangeAdapter> adapters, Endpoints endpoints, KeyTurns turns, Pause pause, Clock clock) {
        this.adapters = List.copyOf(adapters);
        this.endpoints = endpoints;
        this.turns = turns;
        this.pause = pause;
        this.clock = clock;
    }

    /// Whose key is judged, and for what.
    ///
    /// @param fingerprint the keyed hash of the API key: names the nonce counter and the turn
    public record Subject(
            Exchange exchange,
            Environment environment,
            Strategy strategy,
            Credentials credentials,
            byte[] fingerprint) {}

    /// Whether keys of this environment can be verified here: practice keys cannot where there is no practice exchange.
    public boolean canReach(Exchange exchange, Environment environment) {
        return endpoints.find(exchange.id(), environment).isPresent();
    }

    /// Counts the nonces of this API key in microseconds from now on. It is for keys whose owner has agreed to it:
    /// every
    /// program that counts in milliseconds is locked out for good.
    public void countInMicroseconds(byte[] fingerprint) {
        turns.countInMicroseconds(fingerprint);
    }

    /// Verifies once. `progress` is called in the calling thread whenever a check begins or ends.
    ///
    /// @throws IllegalStateException where the environment or the adapter does not exist here; callers have checked
    public Verification verify(Subject subject, Consumer<Check> progress) {
        var checks = new CheckList(progress);
        var unusual = !CredentialFormat.examine(subject.exchange(), subject.credentials())
                .isEmpty();
        checks.end(
                CheckKind.FORMAT,
                unusual ? CheckState.WARNED : CheckState.PASSED,
                unusual ? Note.UNUSUAL_FORMAT : null,
                null);
        var endpoint = endpoints
                .find(subject.exchange().id(), subject.environment())
                .orElseThrow(() -> new IllegalStateException("no " + subject.environment() + " here"));
        checks.running(CheckKind.REACHABLE);
        return turns.take(
                subject.fingerprint(),
                nonces -> introspect(
                        subject, new Inquiry(subject.exchange(), endpoint, subject.credentials(), nonces), checks));
    }

    /// First question: what may this key do? It comes before anything else, so that a key that can withdraw is
    /// recognised before its secret is stored.
    private Verification introspect(Subject subject, Inquiry inquiry, CheckList checks) {
        var adapter = adapterOf(subject.exchange());
        return switch (patiently(() -> adapter.permissions(inquiry), checks)) {
            case Told<GrantedPermissions>(var granted, var evidence) -> {
                checks.passed(CheckKind.REACHABLE, evidence);
                checks.passed(CheckKind.SIGNATURE, evidence);
                yield compare(subject, granted, evidence, inquiry, checks);
            }
            case Declined<GrantedPermissions>(var outcome, var evidence)
            when outcome == Outcome.PERMISSION_MISSING -> {
                checks.passed(CheckKind.REACHABLE, evidence);
                checks.passed(CheckKind.SIGNATURE, evidence);
                checks.end(CheckKind.PERMISSIONS, CheckState.UNDECIDED, Note.PERMISSION_QUESTION_REFUSED, evidence);
                yield readBalance(inquiry, checks, Harmlessness.CANNOT_BE_PROVEN, null, null);
            }
            case Declined<GrantedPermissions>(var outcome, var evidence) ->
                declined(outcome, evidence, checks, Harmlessness.CANNOT_BE_PROVEN, null, null);
            case Unaskable<GrantedPermissions>() -> {
                checks.end(CheckKind.PERMISSIONS, CheckState.SKIPPED, Note.CANNOT_BE_ASKED, null);
                yield readBalance(inquiry, checks, Harmlessness.CANNOT_BE_PROVEN, null, null);
            }
        };
    }

    private Verification compare(
            Subject subject, GrantedPermissions granted, Evidence evidence, Inquiry inquiry, CheckList checks) {
        checks.running(CheckKind.PERMISSIONS);
        var comparison = Comparison.of(subject.exchange(), subject.strategy(), granted);
        var harmlessness = comparison.harmlessness();
        if (harmlessness != Harmlessness.FORBIDDEN
                && !Comparison.isConclusive(subject.exchange(), subject.strategy(), granted)) {
            checks.end(CheckKind.PERMISSIONS, CheckState.UNDECIDED, Note.SCOPES_LEFT_OUT, evidence);
            return concluded(Outcome.UNEXPECTED, evidence, Harmlessness.CANNOT_BE_PROVEN, checks, granted, null);
        }
        checks.end(comparison.check(evidence));
        if (harmlessness == Harmlessness.FORBIDDEN) {
            return new Verification(
                    clock.instant(),
                    new Verdict.Accepted(),
                    null,
                    harmlessness,
                    checks.close(),
                    granted,
                    comparison,
                    null);
        }
        return readBalance(inquiry, checks, harmlessness, granted, comparison);
    }

    private Verification readBalance(
            Inquiry inquiry,
            CheckList checks,
            Harmlessness harmlessness,
            @Nullable GrantedPermissions granted,
            @Nullable Comparison comparison) {
        checks.running(CheckKind.BALANCE);
        var adapter = adapterOf(inquiry.exchange());
        return switch (patiently(() -> adapter.balance(inquiry), checks)) {
            case Told<Balance>(var balance, var evidence) -> {
                if (granted == null) {
                    checks.passed(CheckKind.REACHABLE, evidence);
                    checks.passed(CheckKind.SIGNATURE, evidence);
                }
                var funded = balance.funded() > 0;
                checks.end(
                        CheckKind.BALANCE,
                        funded ? CheckState.PASSED : CheckState.WARNED,
                        funded ? Note.WALLETS_READ : Note.NO_FUNDED_WALLET,
                        evidence);
                yield ended(verdictOf(comparison), harmlessness, checks, granted, comparison, balance);
            }
            case Declined<Balance>(var outcome, var evidence)
            when outcome == Outcome.PERMISSION_MISSING -> {
                checks.end(CheckKind.BALANCE, CheckState.FAILED, Note.BOXES_MISSING, evidence);
                yield ended(new Verdict.MissingPermission(), harmlessness, checks, granted, comparison, null);
            }
            case Declined<Balance>(var outcome, var evidence)
            when granted == null -> declined(outcome, evidence, checks, harmlessness, null, null);
            case Declined<Balance>(var outcome, var evidence) -> {
                checks.end(
                        CheckKind.BALANCE,
                        outcome.isVerdict() ? CheckState.FAILED : CheckState.UNDECIDED,
                        null,
                        evidence);
                // What the permissions already said no to stays a no, whatever becomes of the balance.
                yield outcome.isVerdict() || verdictOf(comparison) instanceof Verdict.Accepted
                        ? concluded(outcome, evidence, harmlessness, checks, granted, comparison)
                        : ended(verdictOf(comparison), harmlessness, checks, granted, comparison, null);
            }
            case Unaskable<Balance>()
            when granted == null ->
                // Nothing was asked, so nothing was said.
                new Verification(
                        clock.instant(), null, Outcome.UNEXPECTED, harmlessness, checks.close(), null, null, null);
            case Unaskable<Balance>() -> ended(verdictOf(comparison), harmlessness, checks, granted, comparison, null);
        };
    }

    /// The very first answer was not the wanted one: it tells whether the exchange was reached and the pair accepted.
    private Verification declined(
            Outcome outcome,
            Evidence evidence,
            CheckList checks,
            Harmlessness harmlessness,
            @Nullable GrantedPermissions granted,
            @Nullable Comparison comparison) {
        if (outcome.isVerdict()) {
            checks.passed(CheckKind.REACHABLE, evidence);
            checks.end(CheckKind.SIGNATURE, CheckState.FAILED, null, evidence);
        } else {
            checks.end(CheckKind.REACHABLE, CheckState.UNDECIDED, null, evidence);
        }
        return concluded(outcome, evidence, harmlessness, checks, granted, comparison);
    }

    private Verification concluded(
            Outcome outcome,
            Evidence evidence,
            Harmlessness harmlessness,
            CheckList checks,
            @Nullable GrantedPermissions granted,
            @Nullable Comparison comparison) {
        var verdict = switch (outcome) {
            case CREDENTIALS_REJECTED -> new Verdict.CredentialsRejected(evidence.code());
            case IP_NOT_ALLOWED -> new Verdict.IpNotAllowed(evidence.code());
            case NONCE_TOO_SMALL -> new Verdict.NonceConflict(evidence.code());
            case PERMISSION_MISSING -> new Verdict.MissingPermission();
            case RATE_LIMITED,
                    MAINTENANCE,
                    TEMPORARY,
                    UNREACHABLE,
                    TOO_SLOW,
                    BROKEN_OFF,
                    NOT_ITS_ANSWER,
                    OUR_FAULT,
                    UNEXPECTED -> null;
        };
        return verdict == null
                ? new Verification(
                        clock.instant(), null, outcome, harmlessness, checks.close(), granted, comparison, null)
                : ended(verdict, harmlessness, checks, granted, comparison, null);
    }

    private Verification ended(
            Verdict verdict,
            Harmlessness harmlessness,
            CheckList checks,
            @Nullable GrantedPermissions granted,
            @Nullable Comparison comparison,
            @Nullable Balance balance) {
        return new Verification(
                clock.instant(), verdict, null, harmlessness, checks.close(), granted, comparison, balance);
    }

    private static Verdict verdictOf(@Nullable Comparison comparison) {
        return comparison == null ? new Verdict.Accepted() : comparison.verdict();
    }

    /// Asks again once when a nonce was too small: another program may just have been quicker. Always in the key's own
    /// unit; a larger one would lock out the customer's own bot for good.
    private <T> Answer<T> patiently(Supplier<Answer<T>> question, CheckList checks) {
        var answer = question.get();
        if (answer instanceof Declined<T> declined && declined.outcome() == Outcome.NONCE_TOO_SMALL) {
            pause.of(AFTER_NONCE_RACE);
            var second = question.get();
            if (!(second instanceof Declined<T> again && again.outcome() == Outcome.NONCE_TOO_SMALL)) {
                checks.raced(declined.evidence());
            }
            return second;
        }
        return answer;
    }

    private ExchangeAdapter adapterOf(Exchange exchange) {
        return adapters.stream()
                .filter(adapter -> adapter.name().equals(exchange.adapter()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no adapter " + exchange.adapter()));
    }
}
