package dev.porteclef.key;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.vault.Vault;
import dev.porteclef.verification.Check;
import dev.porteclef.verification.CredentialFormat;
import dev.porteclef.verification.FormatFinding;
import dev.porteclef.verification.Verifications;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The signed-in customer's own exchange keys. Whatever belongs to somebody else is not found.
///
/// The order of *connect* is the product's first promise: the credentials are judged from memory, and only then
/// written, sealed, in one transaction with the verdict that allows it; a key that can withdraw is never written.
@Service
@PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
public class ExchangeKeys {

    private final JdbiExchangeKeys keys;
    private final KeyStrongbox strongbox;
    private final ExchangeCatalogue catalogue;
    private final Verifications verifications;
    private final JudgedKeys judged;
    private final KeyCheckup checkup;
    private final KeyJournal journal;
    private final Limits limits;
    private final ApplicationEventPublisher events;
    private final CurrentUser currentUser;
    private final TransactionTemplate transactions;

    ExchangeKeys(
            Jdbi jdbi,
            Vault vault,
            ExchangeCatalogue catalogue,
            Verifications verifications,
            JudgedKeys judged,
            KeyCheckup checkup,
            AuditLog audit,
            Limits limits,
            ApplicationEventPublisher events,
            CurrentUser currentUser,
            PlatformTransactionManager transactionManager) {
        this.keys = new JdbiExchangeKeys(jdbi);
        this.strongbox = new KeyStrongbox(vault, keys);
        this.catalogue = catalogue;
        this.verifications = verifications;
        this.judged = judged;
        this.checkup = checkup;
        this.journal = new KeyJournal(audit, currentUser);
        this.limits = limits;
        this.events = events;
        this.currentUser = currentUser;
        this.transactions = new TransactionTemplate(transactionManager);
    }

    /// All keys of the customer, newest first.
    public List<ExchangeKey> own() {
        return keys.of(currentUser.id());
    }

    /// The key, or nothing where it is not the customer's own.
    public Optional<ExchangeKey> find(KeyId id) {
        return keys.find(currentUser.id(), id);
    }

    /// Judges `credentials` and keeps them if the verdict allows. The caller closes `credentials`.
    /// The same API key submitted again while nothing good is known of it, or another pair after a rejected one
    /// (`retryOf`), takes the place of the earlier try. A revoked key that the exchange accepts
    /// again is back in its own place.
    ///
    /// @param progress called in this thread whenever a check begins or ends
    public ConnectOutcome connect(
            KeyDraft draft, Credentials credentials, @Nullable KeyId retryOf, Consumer<Check> progress) {
        return submit(draft, credentials, retryOf, null, progress);
    }

    /// As [#connect], for a key that is to take the place of `old`, which goes on working until the new one is accepted
    /// with every required box: then the switch is one transaction, and the exchange is asked about the old
    /// key once more. Anything less leaves the new key a draft; a later check of it can still end in the switch.
    public ConnectOutcome replace(
            KeyId old, KeyDraft draft, Credentials credentials, @Nullable KeyId retryOf, Consumer<Check> progress) {
        var owner = currentUser.id();
        var replaced = keys.find(owner, old).filter(ExchangeKey::isReplaceable).orElse(null);
        if (replaced == null
                || !replaced.exchange().equals(draft.exchange())
                || replaced.environment() != draft.environment()) {
            return new ConnectOutcome.NothingToReplace();
        }
        var outcome = submit(draft, credentials, retryOf, old, progress);
        if (outcome instanceof ConnectOutcome.Replaced(var key, var before)) {
            return new ConnectOutcome.Replaced(
                    key, checkup.askOnceMore(owner, before.id()).orElse(before));
        }
        return outcome;
    }

    private ConnectOutcome submit(
            KeyDraft draft,
            Credentials credentials,
            @Nullable KeyId retryOf,
            @Nullable KeyId replaces,
            Consumer<Check> progress) {
        var owner = currentUser.id();
        var exchange = catalogue.get(draft.exchange());
        var findings = CredentialFormat.examine(exchange, credentials);
        if (findings.stream().anyMatch(FormatFinding::blocks)) {
            return new ConnectOutcome.Malformed(findings);
        }
        if (CredentialFormat.looksLikeCredential(exchange, draft.label())
                || KeyStrongbox.holdsAny(draft.label(), credentials)) {
            return new ConnectOutcome.SecretInLabel();
        }
        var fingerprint = strongbox.fingerprint(
                exchange,
                draft.environment(),
                credentials.get(exchange.keyField().name()));
        var earlier = keys.find(owner, fingerprint);
        // Not even one that was never accepted can take its own place.
        if (earlier.filter(key ->
                        !(key.awaitsAnotherTry() || key.mayReturn()) || key.id().equals(replaces))
                .isPresent()) {
            return new ConnectOutcome.AlreadyConnected(earlier.get());
        }
        if (knowsAnyAsKey(owner, exchange, draft, credentials)) {
            return new ConnectOutcome.Malformed(swapped(exchange));
        }
        if (limits.check(Limit.CONNECT_KEY, owner.toString()) instanceof Allowance.Wait(var remaining)) {
            return new ConnectOutcome.TooManyTries(remaining);
        }
        var verification = verifications.verify(
                new Verifications.Subject(exchange, draft.environment(), draft.strategy(), credentials, fingerprint),
                progress);
        var submission = new Submission(owner, exchange, draft, credentials, fingerprint, retryOf, replaces);
        return withoutNull(transactions.execute(status -> judged.keep(submission, verification)));
    }

    /// Checks a stored key again. Runs outside any transaction; the result is applied to whatever the key is by then.
    public CheckOutcome check(KeyId id, Consumer<Check> progress) {
        return limited(id, owner -> checkup.check(owner, id, Occasion.ASKED, progress));
    }

    /// Tries a refused pair with its two fields swapped, and keeps it that way round if it is accepted so.
    public CheckOutcome trySwapped(KeyId id, Consumer<Check> progress) {
        return limited(id, owner -> checkup.trySwapped(owner, id, progress));
    }

    private CheckOutcome limited(KeyId id, Function<UserId, CheckOutcome> work) {
        var owner = currentUser.id();
        if (keys.find(owner, id).filter(checkup::canCheck).isEmpty()) {
            return new CheckOutcome.NotCheckable();
        }
        if (limits.check(Limit.CHECK_KEY, owner.toString()) instanceof Allowance.Wait(var remaining)) {
            return new CheckOutcome.TooManyTries(remaining);
        }
        return work.apply(owner);
    }

    /// Deletes a key: its ciphertexts are destroyed with it. Deleting what is not there is no error.
    public void delete(KeyId id) {
        var owner = currentUser.id();
        transactions.executeWithoutResult(status -> keys.lock(owner, id).ifPresent(key -> {
            keys.delete(owner, id);
            journal.record(Act.KEY_DELETED, key, Map.of());
            events.publishEvent(new KeyDeleted(owner, id));
        }));
    }

    /// Whether a field other than the key holds an API key that the exchange has accepted here: then the fields are
    /// swapped. A rejected one proves nothing: it may itself be a secret that was pasted into the wrong field.
    private boolean knowsAnyAsKey(UserId owner, Exchange exchange, KeyDraft draft, Credentials credentials) {
        return exchange.credentials().stream()
                .filter(field -> !field.equals(exchange.keyField()))
                .map(field -> strongbox.fingerprint(exchange, draft.environment(), credentials.get(field.name())))
                .anyMatch(fingerprint -> keys.find(owner, fingerprint)
                        .filter(key -> !key.awaitsAnotherTry())
                        .isPresent());
    }

    private static List<FormatFinding> swapped(Exchange exchange) {
        return exchange.credentials().stream()
                .map(field -> new FormatFinding(field.name(), FormatFinding.Kind.SWAPPED))
                .toList();
    }

    private static <T> T withoutNull(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a transaction ended without a result");
        }
        return value;
    }
}
