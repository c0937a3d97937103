package dev.porteclef.key;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.vault.Vault;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What a verification does to the stored keys. Every method joins the caller's transaction, so that verdict, secrets,
/// history and record stand or fall together; rows are locked, a new key always before the one it replaces.
@Component
class JudgedKeys {

    private final JdbiExchangeKeys keys;
    private final JdbiKeyChecks checks;
    private final KeyStrongbox strongbox;
    private final KeyJournal journal;
    private final KeyDrafts drafts;
    private final ExchangeCatalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Refusals refusals;
    private final String outgoing;

    JudgedKeys(
            Jdbi jdbi,
            Vault vault,
            AuditLog audit,
            CurrentUser currentUser,
            KeyDrafts drafts,
            ExchangeCatalogue catalogue,
            ApplicationEventPublisher events,
            ObjectProvider<CommonCause> causes,
            Installation installation) {
        this.keys = new JdbiExchangeKeys(jdbi);
        this.checks = new JdbiKeyChecks(jdbi);
        this.strongbox = new KeyStrongbox(vault, keys);
        this.journal = new KeyJournal(audit, currentUser);
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.events = events;
        this.outgoing = String.join(",", installation.outgoingAddresses());
        this.refusals = new Refusals(checks, causes, outgoing);
    }

    /// Keeps a pair that was just judged, sealed; or only label and strategy where it can withdraw.
    ConnectOutcome keep(Submission submission, Verification verification) {
        var owner = submission.owner();
        var earlier = placeOf(submission, verification);
        var tail = KeyStrongbox.tail(submission.exchange().keyField(), submission.credentials(), verification);
        var findings = Findings.first(verification, outgoing);
        // Another window may have given the key to be replaced this very pair: then this is another try of it.
        var replaces = earlier.map(ExchangeKey::id)
                        .filter(id -> id.equals(submission.replaces()))
                        .isPresent()
                ? null
                : submission.replaces();
        var draft = NewKey.of(earlier, owner, submission.draft(), replaces, tail, verification, findings);
        var key = refusals.explained(submission.exchange(), draft, verification);
        var before = earlier.map(ExchangeKey::headline).orElse(null);
        var recognisable = verification.isForbidden() ? null : submission.fingerprint();
        if (earlier.isPresent()) {
            var same = keys.find(owner, submission.fingerprint())
                    .filter(other -> !other.id().equals(key.id()));
            if (same.isPresent()) {
                return new ConnectOutcome.AlreadyConnected(same.get());
            }
            keys.update(key, verification.at());
            keys.setFingerprint(key.id(), recognisable);
            keys.destroySecrets(key.id());
        } else if (!keys.insert(key, recognisable)) {
            return new ConnectOutcome.AlreadyConnected(
                    keys.find(owner, submission.fingerprint()).orElseThrow());
        }
        checks.add(key.id(), verification, key.report(), NewFailure.of(before, key));
        if (verification.isForbidden()) {
            journal.record(Act.KEY_REFUSED, key, KeyJournal.facts(verification));
            return new ConnectOutcome.Refused(told(before, key, verification));
        }
        strongbox.store(key, submission.credentials());
        if (submission.replaces() == null) {
            drafts.forget(submission.draft().exchange());
        }
        journal.record(Act.KEY_CONNECTED, key, KeyJournal.facts(verification));
        return takeOver(key, verification)
                .<ConnectOutcome>map(old -> new ConnectOutcome.Replaced(told(before, key, verification), old))
                .orElseGet(() -> new ConnectOutcome.Connected(told(before, key, verification)));
    }

    /// Applies what a check of `checked` found to whatever the key is by now; nothing where its secrets changed. Where
    /// its owner has chosen another strategy meanwhile, the answers are held against that one.
    CheckOutcome apply(ExchangeKey checked, String tail, Verification found, Occasion occasion) {
        var now = lockUnchanged(checked).orElse(null);
        if (now == null) {
            return new CheckOutcome.NotCheckable();
        }
        var verification = now.strategy().equals(checked.strategy())
                ? found
                : found.comparedWith(catalogue.get(now.exchange()), now.strategy());
        var overtaken = !now.checkedAt().equals(checked.checkedAt())
                && verification.at().isBefore(now.checkedAt());
        if (overtaken && !verification.isForbidden()) {
            // A later check was quicker: this one is history. One after a clock was set back is not.
            checks.add(now.id(), verification, KeyReport.of(verification), null);
            return new CheckOutcome.Checked(now);
        }
        var named = tail.isEmpty() ? now : now.withTail(tail);
        var seen = refusals.explained(
                catalogue.get(now.exchange()),
                named.with(
                        now.findings().after(verification, outgoing, refusals.believes(occasion, now, verification))),
                verification);
        var after = seen.with(standingAfter(seen, verification));
        keys.update(after, verification.at());
        var isLatestVerdict = verification.at().equals(after.verdictAt());
        checks.add(
                now.id(),
                verification,
                isLatestVerdict ? after.report() : KeyReport.of(verification),
                NewFailure.of(now.headline(), after));
        if (verification.isForbidden()) {
            keys.destroySecrets(now.id());
            keys.setFingerprint(now.id(), null);
            journal.record(Act.KEY_REFUSED, after, KeyJournal.facts(verification));
        } else if (after.life() == Life.REVOKED) {
            keys.destroySecrets(now.id());
            journal.record(Act.KEY_REVOKED, after, KeyJournal.facts(verification));
        } else {
            journal.record(
                    now.headline() == after.headline() ? Act.KEY_CHECKED : Act.VERDICT_CHANGED,
                    after,
                    KeyJournal.facts(verification));
        }
        takeOver(after, verification);
        return new CheckOutcome.Checked(told(now.headline(), after, verification));
    }

    /// The pair was right the other way round: seals it so.
    CheckOutcome keepSwapped(ExchangeKey tried, KeyStrongbox.Opened swapped, String tail, Verification verification) {
        var known = keys.find(tried.owner(), swapped.fingerprint());
        // Both rows in one order, whichever of them is tried: another window may be at the other.
        Stream.concat(Stream.of(tried), known.stream())
                .sorted(Comparator.comparing(key -> key.id().value()))
                .forEach(key -> keys.lock(key.owner(), key.id()));
        var now = lockUnchanged(tried).orElse(null);
        if (now == null) {
            return new CheckOutcome.NotCheckable();
        }
        if (verification.isForbidden()) {
            // It is not even sealed anew; a row that holds the same key the right way round loses it too.
            known.ifPresent(other -> apply(other, "", verification, Occasion.ASKED));
            return apply(now, "", verification, Occasion.ASKED);
        }
        if (known.isPresent()) {
            return new CheckOutcome.AlreadyConnected(known.get());
        }
        keys.setFingerprint(now.id(), swapped.fingerprint());
        strongbox.store(now.withNextSecret(), swapped.credentials());
        keys.update(now.withNextSecret(), verification.at());
        journal.record(Act.FIELDS_SWAPPED, now, Map.of());
        return apply(written(now), tail, verification, Occasion.ASKED);
    }

    /// The pair was refused the other way round, too: worth knowing, and nothing else changes.
    CheckOutcome noteSwapRefused(ExchangeKey tried, Verification verification) {
        var now = lockUnchanged(tried).orElse(null);
        if (now == null) {
            return new CheckOutcome.NotCheckable();
        }
        var noted = now.with(now.findings().withSwapRefused());
        var refused = noted.verdict() == Verdict.Kind.CREDENTIALS_REJECTED;
        keys.update(
                refused ? refusals.diagnosed(catalogue.get(now.exchange()), noted, verification.at()) : noted,
                verification.at());
        journal.record(Act.KEY_CHECKED, now, KeyJournal.facts(verification));
        return new CheckOutcome.Checked(told(now.headline(), now, verification));
    }

    /// The row of `checked`, locked, if it still holds the secrets that were checked. What its owner did
    /// since then does not matter: that a key paused a moment ago can withdraw must not be forgotten.
    private Optional<ExchangeKey> lockUnchanged(ExchangeKey checked) {
        return keys.lock(checked.owner(), checked.id())
                .filter(ExchangeKey::sealed)
                .filter(now -> now.secretVersion() == checked.secretVersion());
    }

    /// As it stands in the database now, its version included.
    private ExchangeKey written(ExchangeKey key) {
        return keys.find(key.owner(), key.id()).orElseThrow();
    }

    private ExchangeKey told(@Nullable Headline before, ExchangeKey key, Verification verification) {
        var written = written(key);
        events.publishEvent(new KeyJudged(
                written.owner(),
                written.id(),
                written.exchange(),
                written.environment(),
                written.strategy(),
                before,
                written.headline(),
                verification.noVerdict()));
        return written;
    }

    /// The switch: from here on the new key is the one in use, and the old one is not, in one transaction. Where there
    /// is nothing left to replace, the new key is one of its own.
    ///
    /// @return the key that was replaced
    private Optional<ExchangeKey> takeOver(ExchangeKey draft, Verification verification) {
        if (draft.life() != Life.DRAFT || !NewKey.mayTakeOver(verification)) {
            return Optional.empty();
        }
        var now = verification.at();
        var old = Optional.ofNullable(draft.standing().replaces())
                .flatMap(id -> keys.lock(draft.owner(), id))
                .filter(ExchangeKey::isReplaceable);
        var fresh = written(draft);
        var standing = fresh.standing();
        keys.update(fresh.with(old.isPresent() ? standing.active(now) : standing.activeAlone(now)), now);
        return old.map(replaced -> {
            keys.update(replaced.with(replaced.standing().whenReplaced(now)), now);
            journal.record(Act.KEY_REPLACED, replaced, Map.of("by", draft.label()));
            return written(replaced);
        });
    }

    private static Standing standingAfter(ExchangeKey key, Verification verification) {
        var standing = key.standing();
        if (verification.isForbidden()) {
            return standing.paused(PauseReason.WITHDRAW, verification.at());
        }
        return standing.awaitsRevocation() && Refusals.isGone(key, verification)
                ? standing.revoked(verification.at())
                : standing;
    }

    /// The row whose place a try takes, locked. Looked up only now: another window may have been quicker, and what it
    /// got accepted is not replaced. That the key can withdraw now concerns the row in any state, though.
    private Optional<ExchangeKey> placeOf(Submission submission, Verification verification) {
        var owner = submission.owner();
        var same = keys.find(owner, submission.fingerprint()).flatMap(key -> keys.lock(owner, key.id()));
        if (same.isPresent()) {
            return same.filter(key -> verification.isForbidden()
                    || key.awaitsAnotherTry()
                    || (key.mayReturn() && Findings.isAcceptance(verification)));
        }
        return Optional.ofNullable(submission.retryOf())
                .filter(id -> !id.equals(submission.replaces()))
                .flatMap(id -> keys.lock(owner, id))
                .filter(key -> key.awaitsAnotherTry() || waitsForTheSame(key, submission))
                .filter(key -> key.exchange().equals(submission.draft().exchange()));
    }

    /// One key waits for the place of another, not two: the next takes the place of the first.
    private static boolean waitsForTheSame(ExchangeKey key, Submission submission) {
        return key.life() == Life.DRAFT
                && submission.replaces() != null
                && submission.replaces().equals(key.standing().replaces());
    }
}
