package dev.porteclef.verification;

import dev.porteclef.exchange.Answer.Declined;
import dev.porteclef.exchange.Answer.Told;
import dev.porteclef.exchange.Answer.Unaskable;
import dev.porteclef.exchange.Balance;
import dev.porteclef.exchange.Evidence;
import dev.porteclef.exchange.GrantedPermissions;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.verification.Check.Note;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/// One verification under way, as a story in four parts: what may the key do ([#introspect]), is that what its strategy
/// needs ([#compare]), can its balance be read ([#readBalance]), and what follows ([#concluded]).
///
/// What has been found so far is kept here, so that each part tells only what it adds.
final class Conversation {

    private final Verifications.Subject subject;
    private final Questions questions;
    private final CheckList checks;
    private final Clock clock;

    private Harmlessness harmlessness = Harmlessness.CANNOT_BE_PROVEN;
    private @Nullable GrantedPermissions granted;
    private @Nullable Comparison comparison;
    private @Nullable Balance balance;

    Conversation(Verifications.Subject subject, Questions questions, CheckList checks, Clock clock) {
        this.subject = subject;
        this.questions = questions;
        this.checks = checks;
        this.clock = clock;
    }

    /// First question: what may this key do? It comes before anything else, so that a key that can withdraw is
    /// recognised before its secret is stored.
    Verification introspect() {
        checks.running(CheckKind.REACHABLE);
        return switch (questions.permissions()) {
            case Told<GrantedPermissions>(var rights, var evidence) -> {
                accepted(evidence);
                yield compare(rights, evidence);
            }
            case Declined<GrantedPermissions>(var outcome, var evidence)
            when outcome == Outcome.PERMISSION_MISSING -> {
                accepted(evidence);
                checks.end(CheckKind.PERMISSIONS, CheckState.UNDECIDED, Note.PERMISSION_QUESTION_REFUSED, evidence);
                yield readBalance();
            }
            case Declined<GrantedPermissions>(var outcome, var evidence) -> refusedAtOnce(outcome, evidence);
            case Unaskable<GrantedPermissions>() -> {
                checks.end(CheckKind.PERMISSIONS, CheckState.SKIPPED, Note.CANNOT_BE_ASKED, null);
                yield readBalance();
            }
        };
    }

    private Verification compare(GrantedPermissions rights, Evidence evidence) {
        checks.running(CheckKind.PERMISSIONS);
        granted = rights;
        var held = Comparison.of(subject.exchange(), subject.strategy(), rights);
        if (held.harmlessness() != Harmlessness.FORBIDDEN
                && !Comparison.isConclusive(subject.exchange(), subject.strategy(), rights)) {
            checks.end(CheckKind.PERMISSIONS, CheckState.UNDECIDED, Note.SCOPES_LEFT_OUT, evidence);
            return concluded(Outcome.UNEXPECTED, evidence);
        }
        comparison = held;
        harmlessness = held.harmlessness();
        checks.end(held.check(evidence));
        // What can withdraw is asked nothing more.
        return harmlessness == Harmlessness.FORBIDDEN ? ended(new Verdict.Accepted()) : readBalance();
    }

    private Verification readBalance() {
        checks.running(CheckKind.BALANCE);
        return switch (questions.balance()) {
            case Told<Balance>(var read, var evidence) -> {
                balance = read;
                if (granted == null) {
                    accepted(evidence);
                }
                checks.end(
                        CheckKind.BALANCE,
                        read.funded() > 0 ? CheckState.PASSED : CheckState.WARNED,
                        read.funded() > 0 ? Note.WALLETS_READ : Note.NO_FUNDED_WALLET,
                        evidence);
                yield ended(byRights());
            }
            case Declined<Balance>(var outcome, var evidence)
            when outcome == Outcome.PERMISSION_MISSING -> {
                checks.end(CheckKind.BALANCE, CheckState.FAILED, Note.BOXES_MISSING, evidence);
                yield ended(new Verdict.MissingPermission());
            }
            case Declined<Balance>(var outcome, var evidence) when granted == null -> refusedAtOnce(outcome, evidence);
            case Declined<Balance>(var outcome, var evidence) -> {
                checks.end(
                        CheckKind.BALANCE,
                        outcome.isVerdict() ? CheckState.FAILED : CheckState.UNDECIDED,
                        null,
                        evidence);
                // What the permissions already said no to stays a no, whatever becomes of the balance.
                yield outcome.isVerdict() || byRights() instanceof Verdict.Accepted
                        ? concluded(outcome, evidence)
                        : ended(byRights());
            }
            // Where nothing at all was asked, nothing was said.
            case Unaskable<Balance>() -> granted == null ? silent(Outcome.UNEXPECTED) : ended(byRights());
        };
    }

    /// The very first answer was not the wanted one: it tells whether the exchange was reached and the pair accepted.
    private Verification refusedAtOnce(Outcome outcome, Evidence evidence) {
        if (outcome.isVerdict()) {
            checks.passed(CheckKind.REACHABLE, evidence);
            checks.end(CheckKind.SIGNATURE, CheckState.FAILED, null, evidence);
        } else {
            checks.end(CheckKind.REACHABLE, CheckState.UNDECIDED, null, evidence);
        }
        return concluded(outcome, evidence);
    }

    private void accepted(Evidence evidence) {
        checks.passed(CheckKind.REACHABLE, evidence);
        checks.passed(CheckKind.SIGNATURE, evidence);
    }

    private Verdict byRights() {
        return comparison == null ? new Verdict.Accepted() : comparison.verdict();
    }

    /// The end that `outcome` leads to: only what the exchange said of the key makes a verdict.
    private Verification concluded(Outcome outcome, Evidence evidence) {
        return switch (outcome) {
            case CREDENTIALS_REJECTED -> ended(new Verdict.CredentialsRejected(evidence.code()));
            case IP_NOT_ALLOWED -> ended(new Verdict.IpNotAllowed(evidence.code()));
            case NONCE_TOO_SMALL -> ended(new Verdict.NonceConflict(evidence.code()));
            case PERMISSION_MISSING -> ended(new Verdict.MissingPermission());
            case RATE_LIMITED,
                    MAINTENANCE,
                    TEMPORARY,
                    UNREACHABLE,
                    TOO_SLOW,
                    BROKEN_OFF,
                    NOT_ITS_ANSWER,
                    OUR_FAULT,
                    NO_TURN,
                    UNEXPECTED -> silent(outcome);
        };
    }

    private Verification ended(Verdict verdict) {
        return new Verification(
                clock.instant(), verdict, null, harmlessness, checks.close(), granted, comparison, balance);
    }

    private Verification silent(Outcome why) {
        return new Verification(clock.instant(), null, why, harmlessness, checks.close(), granted, comparison, balance);
    }
}
