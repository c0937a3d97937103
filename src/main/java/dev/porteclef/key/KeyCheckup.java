package dev.porteclef.key;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.outbound.Errand;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.vault.Vault;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
import dev.porteclef.verification.Verifications;
import java.util.HashMap;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Checks keys that are stored already: opens them under a lock, asks the exchange outside any transaction, and applies
/// the answer to whatever the key is by then. Whose key it may be is decided by the callers.
@Component
class KeyCheckup {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCheckup.class);

    private final JdbiExchangeKeys keys;
    private final KeyStrongbox strongbox;
    private final JudgedKeys judged;
    private final ExchangeCatalogue catalogue;
    private final Verifications verifications;
    private final TransactionTemplate transactions;

    KeyCheckup(
            Jdbi jdbi,
            Vault vault,
            JudgedKeys judged,
            ExchangeCatalogue catalogue,
            Verifications verifications,
            PlatformTransactionManager transactionManager) {
        this.keys = new JdbiExchangeKeys(jdbi);
        this.strongbox = new KeyStrongbox(vault, keys);
        this.judged = judged;
        this.catalogue = catalogue;
        this.verifications = verifications;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// Whether there is something to check, and somebody to ask.
    boolean canCheck(ExchangeKey key) {
        return key.isCheckable() && verifications.canReach(catalogue.get(key.exchange()), key.environment());
    }

    /// Checks once. A replacement that is accepted only now takes over, and the exchange is asked about the old key.
    CheckOutcome check(UserId owner, KeyId id, Occasion occasion, Consumer<Check> progress) {
        var opened = open(owner, id, _ -> true);
        if (opened == null) {
            return new CheckOutcome.NotCheckable();
        }
        try (opened) {
            var verification = verify(opened, occasion.priority(), progress);
            if (occasion == Occasion.WATCHED && verification.noVerdict() == Outcome.NO_TURN) {
                // Nobody asked for it, and nobody was asked: that says nothing about the key.
                return new CheckOutcome.NothingLearnt(verification);
            }
            var outcome =
                    inTransaction(() -> judged.apply(opened.key(), tail(opened, verification), verification, occasion));
            return askedAboutOld(opened.key(), outcome);
        }
    }

    /// Asks about a key that another has just replaced. Whatever comes of it, the switch stands.
    ///
    /// @return the key after that, or nothing where nothing was learnt
    Optional<ExchangeKey> askOnceMore(UserId owner, KeyId replaced) {
        try {
            return check(owner, replaced, Occasion.ASKED, _ -> {}) instanceof CheckOutcome.Checked(var key)
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (RuntimeException e) {
            LOG.warn(
                    "Asking about replaced key {} failed: {}",
                    replaced,
                    e.getClass().getName());
            return Optional.empty();
        }
    }

    private CheckOutcome askedAboutOld(ExchangeKey before, CheckOutcome outcome) {
        if (outcome instanceof CheckOutcome.Checked(var key)
                && before.life() == Life.DRAFT
                && key.life() == Life.ACTIVE
                && key.standing().replaces() != null) {
            var _ = askOnceMore(key.owner(), key.standing().replaces());
        }
        return outcome;
    }

    /// Tries the stored pair with its two fields swapped, if it was refused and never accepted. Accepted, it is kept
    /// that way round; refused, that is noted;
    /// without a verdict, or with one that does not tell (a nonce), nothing changes.
    CheckOutcome trySwapped(UserId owner, KeyId id, Consumer<Check> progress) {
        var opened = open(owner, id, KeyCheckup::isPerhapsSwapped);
        if (opened == null) {
            return new CheckOutcome.NotCheckable();
        }
        try (opened) {
            var swapped = swapped(opened).orElse(null);
            if (swapped == null) {
                return new CheckOutcome.NotCheckable();
            }
            var verification = verify(swapped, Errand.Priority.PERSON, progress);
            var outcome = inTransaction(() -> switch (verification.verdict()) {
                case Verdict.Accepted _, Verdict.MissingPermission _ ->
                    judged.keepSwapped(opened.key(), swapped, tail(swapped, verification), verification);
                case Verdict.CredentialsRejected _ -> judged.noteSwapRefused(opened.key(), verification);
                case Verdict.IpNotAllowed _, Verdict.NonceConflict _ -> new CheckOutcome.NothingLearnt(verification);
                case null -> new CheckOutcome.NothingLearnt(verification);
            });
            return askedAboutOld(opened.key(), outcome);
        }
    }

    /// Row, secrets and fingerprint are read under one lock: between them the key might be deleted or replaced.
    private KeyStrongbox.@Nullable Opened open(UserId owner, KeyId id, Predicate<ExchangeKey> wanted) {
        return transactions.execute(status -> keys.lock(owner, id)
                .filter(this::canCheck)
                .filter(wanted)
                .map(strongbox::take)
                .orElse(null));
    }

    /// A pair that was accepted once is the right way round.
    private static boolean isPerhapsSwapped(ExchangeKey key) {
        return key.verdict() == Verdict.Kind.CREDENTIALS_REJECTED
                && key.findings().acceptedAt() == null;
    }

    private Verification verify(KeyStrongbox.Opened opened, Errand.Priority priority, Consumer<Check> progress) {
        var key = opened.key();
        var exchange = catalogue.get(key.exchange());
        return verifications.verify(
                new Verifications.Subject(
                        exchange, key.environment(), key.strategy(), opened.credentials(), opened.fingerprint()),
                priority,
                progress);
    }

    private String tail(KeyStrongbox.Opened opened, Verification verification) {
        return KeyStrongbox.tail(catalogue.get(opened.key().exchange()).keyField(), opened.credentials(), verification);
    }

    /// The same pair the other way round; it shares its secrets with `opened`, which is the one to close.
    private Optional<KeyStrongbox.Opened> swapped(KeyStrongbox.Opened opened) {
        var key = opened.key();
        var exchange = catalogue.get(key.exchange());
        return Clues.swappable(exchange).map(other -> {
            var keyField = exchange.keyField().name();
            var fields = new HashMap<>(opened.credentials().fields());
            fields.put(keyField, opened.credentials().get(other.name()));
            fields.put(other.name(), opened.credentials().get(keyField));
            return new KeyStrongbox.Opened(
                    key,
                    new Credentials(fields),
                    strongbox.fingerprint(exchange, key.environment(), fields.get(keyField)));
        });
    }

    private CheckOutcome inTransaction(Supplier<CheckOutcome> work) {
        var outcome = transactions.execute(status -> work.get());
        if (outcome == null) {
            throw new IllegalStateException("a transaction ended without a result");
        }
        return outcome;
    }
}
