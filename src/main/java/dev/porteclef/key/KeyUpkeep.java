package dev.porteclef.key;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.verification.CredentialFormat;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verifications;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What the signed-in customer does to own keys without asking the exchange anything. Whatever belongs to somebody else
/// is not found; what does not fit the key's life changes nothing.
@Service
@PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
@Transactional
public class KeyUpkeep {

    private static final int LONGEST_HISTORY = 100;

    private final JdbiExchangeKeys keys;
    private final JdbiKeyChecks checks;
    private final JdbiLeakSteps leakSteps;
    private final KeyJournal journal;
    private final ExchangeCatalogue catalogue;
    private final Verifications verifications;
    private final CurrentUser currentUser;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    KeyUpkeep(
            Jdbi jdbi,
            AuditLog audit,
            ExchangeCatalogue catalogue,
            Verifications verifications,
            CurrentUser currentUser,
            ApplicationEventPublisher events,
            Clock clock) {
        this.keys = new JdbiExchangeKeys(jdbi);
        this.checks = new JdbiKeyChecks(jdbi);
        this.leakSteps = new JdbiLeakSteps(jdbi);
        this.journal = new KeyJournal(audit, currentUser);
        this.catalogue = catalogue;
        this.verifications = verifications;
        this.currentUser = currentUser;
        this.events = events;
        this.clock = clock;
    }

    /// The latest checks of a key, newest first, at most a hundred.
    @Transactional(readOnly = true)
    public List<KeyCheck> history(KeyId id) {
        return checks.of(currentUser.id(), id, LONGEST_HISTORY);
    }

    /// The key that has taken the place of `id`, or is meant to.
    @Transactional(readOnly = true)
    public Optional<ExchangeKey> successorOf(KeyId id) {
        return keys.successor(currentUser.id(), id);
    }

    /// Gives a key another name.
    ///
    /// @throws IllegalArgumentException where [KeyDraft] would not take the label, or it looks like a credential
    public Optional<ExchangeKey> rename(KeyId id, String label) {
        return change(id, _ -> true, Act.KEY_RENAMED, key -> {
            var named = key.withLabel(KeyDraft.requireLabel(label));
            if (CredentialFormat.looksLikeCredential(catalogue.get(key.exchange()), label)) {
                throw new IllegalArgumentException("a label is kept in clear");
            }
            return named;
        });
    }

    /// Says that the key serves another strategy. The rights that the exchange listed at the last check are compared
    /// anew at once, without asking it: green may become red and the other way round. What is no acceptance stays.
    /// Where the content has learnt meanwhile that a listed right moves money out, the key is paused, its secret
    /// destroyed, and its owner told by mail, too.
    ///
    /// @throws IllegalArgumentException where the exchange's content does not know the strategy
    public Optional<ExchangeKey> changeStrategy(KeyId id, Strategy strategy) {
        var before = keys.find(currentUser.id(), id).map(ExchangeKey::headline).orElse(null);
        var changed = change(
                id,
                key -> key.isInUse() || key.life() == Life.DRAFT,
                Act.STRATEGY_CHANGED,
                key -> rereadFor(strategy, key));
        return changed.map(key -> key.harmlessness() == Harmlessness.FORBIDDEN ? refused(before, key) : key);
    }

    private ExchangeKey rereadFor(Strategy strategy, ExchangeKey key) {
        var exchange = catalogue.get(key.exchange());
        if (!exchange.knows(strategy)) {
            throw new IllegalArgumentException("no such strategy");
        }
        var report = key.report().comparedWith(exchange, strategy);
        var comparison = report.comparison();
        if (comparison == null) {
            return key.withStrategy(strategy);
        }
        var keepsVerdict = !Findings.isAcceptance(key.verdict()) || report.wasRefusedBalance();
        var verdict = keepsVerdict ? key.verdict() : comparison.verdict().kind();
        var reread = key.withStrategy(strategy).with(key.findings().reread(verdict, comparison.harmlessness(), report));
        return comparison.harmlessness() == Harmlessness.FORBIDDEN
                ? reread.with(key.standing().paused(PauseReason.WITHDRAW, now()))
                : reread;
    }

    /// The content has learnt since the last check that a right of this key moves money out.
    private ExchangeKey refused(@Nullable Headline before, ExchangeKey key) {
        keys.destroySecrets(key.id());
        keys.setFingerprint(key.id(), null);
        journal.record(Act.KEY_REFUSED, key, Map.of());
        events.publishEvent(new KeyJudged(
                key.owner(),
                key.id(),
                key.exchange(),
                key.environment(),
                key.strategy(),
                before,
                key.headline(),
                null));
        return keys.find(key.owner(), key.id()).orElseThrow();
    }

    /// Stops using a key; its secret stays sealed.
    public Optional<ExchangeKey> pause(KeyId id) {
        return change(
                id,
                key -> key.life() == Life.ACTIVE,
                Act.KEY_PAUSED,
                key -> key.with(key.standing().paused(PauseReason.CUSTOMER, now())));
    }

    /// Uses a paused key again, also one that was reported as leaked by mistake; never one whose secret is gone or
    /// whose place another has taken.
    public Optional<ExchangeKey> resume(KeyId id) {
        return change(
                id,
                key -> key.life() == Life.PAUSED
                        && key.sealed()
                        && !key.replaced()
                        && key.pauseReason() != PauseReason.WITHDRAW,
                Act.KEY_RESUMED,
                key -> key.with(key.standing().active(now())));
    }

    /// Takes a key out of use at once because it may have leaked.
    public Optional<ExchangeKey> reportLeak(KeyId id) {
        return change(
                id,
                ExchangeKey::isInUse,
                Act.LEAK_REPORTED,
                key -> key.with(key.standing().paused(PauseReason.LEAK, now())));
    }

    /// What its owner has ticked off after a leak, with the time.
    @Transactional(readOnly = true)
    public Map<LeakStep, Instant> leakSteps(KeyId id) {
        return leakSteps.of(currentUser.id(), id);
    }

    /// Ticks a step off, or takes the tick away.
    public void tickLeakStep(KeyId id, LeakStep step, boolean done) {
        keys.lock(currentUser.id(), id).ifPresent(key -> {
            if (done) {
                leakSteps.tick(id, step, now());
            } else {
                leakSteps.untick(id, step);
            }
        });
    }

    /// Counts nonces for this API key in microseconds from now on, because another program does and the owner, told
    /// that every program that counts in milliseconds is locked out for good, agrees. There is no way back.
    public Optional<ExchangeKey> countInMicroseconds(KeyId id) {
        return change(
                id,
                key -> key.verdict() == Verdict.Kind.NONCE_CONFLICT && key.sealed(),
                Act.NONCE_UNIT_CHANGED,
                key -> {
                    verifications.countInMicroseconds(keys.fingerprint(id));
                    return key;
                });
    }

    private Optional<ExchangeKey> change(
            KeyId id, Predicate<ExchangeKey> allowed, Act act, Function<ExchangeKey, ExchangeKey> change) {
        var owner = currentUser.id();
        return keys.lock(owner, id).filter(allowed).flatMap(key -> {
            var after = change.apply(key);
            keys.update(after, now());
            journal.record(act, after, KeyJournal.changes(key, after));
            return keys.find(owner, id);
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
