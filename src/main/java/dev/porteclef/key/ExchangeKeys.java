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
import dev.porteclef.verification.Verification;
import dev.porteclef.verification.Verifications;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
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
    private final AuditLog audit;
    private final Limits limits;
    private final CurrentUser currentUser;
    private final KeyDrafts drafts;
    private final TransactionTemplate transactions;

    ExchangeKeys(
            Jdbi jdbi,
            Vault vault,
            ExchangeCatalogue catalogue,
            Verifications verifications,
            AuditLog audit,
            Limits limits,
            CurrentUser currentUser,
            KeyDrafts drafts,
            PlatformTransactionManager transactionManager) {
        this.keys = new JdbiExchangeKeys(jdbi);
        this.strongbox = new KeyStrongbox(vault, keys);
        this.catalogue = catalogue;
        this.verifications = verifications;
        this.audit = audit;
        this.limits = limits;
        this.currentUser = currentUser;
        this.drafts = drafts;
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
    /// (`retryOf`), takes the place of the earlier try.
    ///
    /// @param progress called in this thread whenever a check begins or ends
    public ConnectOutcome connect(
            KeyDraft draft, Credentials credentials, @Nullable KeyId retryOf, Consumer<Check> progress) {
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
        if (earlier.isPresent() && !earlier.get().awaitsAnotherTry()) {
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
        return withoutNull(transactions.execute(status -> {
            var replaced = placeOf(owner, draft, fingerprint, retryOf, verification);
            return keep(owner, exchange, draft, credentials, fingerprint, replaced, verification);
        }));
    }

    /// Checks a stored key again. Runs outside any transaction; the result is applied to whatever the key is by then.
    public CheckOutcome check(KeyId id, Consumer<Check> progress) {
        var owner = currentUser.id();
        if (keys.find(owner, id).filter(this::canCheck).isEmpty()) {
            return new CheckOutcome.NotCheckable();
        }
        if (limits.check(Limit.CHECK_KEY, owner.toString()) instanceof Allowance.Wait(var remaining)) {
            return new CheckOutcome.TooManyTries(remaining);
        }
        // Row, secrets and fingerprint are read under one lock: between them the key might be deleted or replaced.
        var opened = transactions.execute(status ->
                keys.lock(owner, id).filter(this::canCheck).map(strongbox::take).orElse(null));
        if (opened == null) {
            return new CheckOutcome.NotCheckable();
        }
        try (opened) {
            var key = opened.key();
            var exchange = catalogue.get(key.exchange());
            var verification = verifications.verify(
                    new Verifications.Subject(
                            exchange, key.environment(), key.strategy(), opened.credentials(), opened.fingerprint()),
                    progress);
            var tail = KeyStrongbox.tail(exchange.keyField(), opened.credentials(), verification);
            return withoutNull(transactions.execute(status -> applied(owner, key, tail, verification)));
        }
    }

    private boolean canCheck(ExchangeKey key) {
        return key.isCheckable() && verifications.canReach(catalogue.get(key.exchange()), key.environment());
    }

    /// Deletes a key: its ciphertexts are destroyed with it. Deleting what is not there is no error.
    public void delete(KeyId id) {
        var owner = currentUser.id();
        transactions.executeWithoutResult(status -> keys.lock(owner, id).ifPresent(key -> {
            keys.delete(owner, id);
            record(Act.KEY_DELETED, key, Map.of());
        }));
    }

    /// The row whose place a try takes, locked. Looked up only now: another window may have been quicker, and what it
    /// got accepted is not replaced. That the key can withdraw now concerns the row in any state, though.
    private Optional<ExchangeKey> placeOf(
            UserId owner, KeyDraft draft, byte[] fingerprint, @Nullable KeyId retryOf, Verification verification) {
        var same = keys.find(owner, fingerprint).flatMap(key -> keys.lock(owner, key.id()));
        if (same.isPresent()) {
            return same.filter(key -> verification.isForbidden() || key.awaitsAnotherTry());
        }
        return Optional.ofNullable(retryOf)
                .flatMap(id -> keys.lock(owner, id))
                .filter(key -> key.awaitsAnotherTry() && key.exchange().equals(draft.exchange()));
    }

    private ConnectOutcome keep(
            UserId owner,
            Exchange exchange,
            KeyDraft draft,
            Credentials credentials,
            byte[] fingerprint,
            Optional<ExchangeKey> replaced,
            Verification verification) {
        var recognisable = verification.isForbidden() ? null : fingerprint;
        var tail = KeyStrongbox.tail(exchange.keyField(), credentials, verification);
        var key = NewKey.of(replaced, owner, draft, tail, verification);
        if (replaced.isPresent()) {
            if (keys.find(owner, fingerprint)
                    .filter(same -> !same.id().equals(key.id()))
                    .isPresent()) {
                return new ConnectOutcome.AlreadyConnected(
                        keys.find(owner, fingerprint).orElseThrow());
            }
            keys.update(key);
            keys.setFingerprint(key.id(), recognisable);
            keys.destroySecrets(key.id());
        } else if (!keys.insert(key, recognisable)) {
            return new ConnectOutcome.AlreadyConnected(
                    keys.find(owner, fingerprint).orElseThrow());
        }
        keys.addCheck(key.id(), UUID.randomUUID(), verification);
        if (verification.isForbidden()) {
            record(Act.KEY_REFUSED, key, facts(verification));
            return new ConnectOutcome.Refused(written(key));
        }
        strongbox.store(key, credentials);
        drafts.forget(draft.exchange());
        record(Act.KEY_CONNECTED, key, facts(verification));
        return new ConnectOutcome.Connected(written(key));
    }

    private CheckOutcome applied(UserId owner, ExchangeKey checked, String tail, Verification verification) {
        var now = keys.lock(owner, checked.id()).orElse(null);
        if (now == null || now.secretVersion() != checked.secretVersion()) {
            return new CheckOutcome.NotCheckable();
        }
        var after = Recheck.apply(now, tail, verification);
        keys.update(after);
        keys.addCheck(now.id(), UUID.randomUUID(), verification);
        if (verification.isForbidden()) {
            keys.destroySecrets(now.id());
            keys.setFingerprint(now.id(), null);
            record(Act.KEY_REFUSED, after, facts(verification));
        } else {
            record(
                    now.headline() == after.headline() ? Act.KEY_CHECKED : Act.VERDICT_CHANGED,
                    after,
                    facts(verification));
        }
        return new CheckOutcome.Checked(written(after));
    }

    /// As it stands in the database now, its version included.
    private ExchangeKey written(ExchangeKey key) {
        return keys.find(key.owner(), key.id()).orElseThrow();
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

    private void record(Act act, ExchangeKey key, Map<String, String> facts) {
        var details = new TreeMap<>(facts);
        details.put("label", key.label());
        details.put("exchange", key.exchange().value());
        details.put("environment", key.environment().name());
        audit.record(act, key.owner(), key.owner(), key.id().value(), details);
    }

    private static Map<String, String> facts(Verification verification) {
        var facts = new TreeMap<String, String>();
        facts.put("harmlessness", verification.harmlessness().name());
        var verdict = verification.verdict();
        facts.put("verdict", verdict == null ? "NONE" : verdict.kind().name());
        var code = verdict == null ? null : verdict.errorCode();
        if (code != null) {
            facts.put("code", code);
        }
        if (verification.noVerdict() != null) {
            facts.put("reason", verification.noVerdict().name());
        }
        return facts;
    }

    private static <T> T withoutNull(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a transaction ended without a result");
        }
        return value;
    }
}
