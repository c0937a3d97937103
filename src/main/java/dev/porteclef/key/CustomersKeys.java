package dev.porteclef.key;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import dev.porteclef.vault.Vault;
import dev.porteclef.verification.Check;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Every customer's keys, for support and administrators: how they stand and why, and another check. Nothing here opens
/// a secret for anybody, changes it, or brings a key back into use; each look is on the customer's record.
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
public class CustomersKeys {

    private final JdbiExchangeKeys keys;
    private final JdbiKeyChecks checks;
    private final KeyStrongbox strongbox;
    private final KeyCheckup checkup;
    private final ExchangeCatalogue catalogue;
    private final KeyJournal journal;
    private final Limits limits;
    private final CurrentUser currentUser;
    private final Clock clock;

    CustomersKeys(
            Jdbi jdbi,
            Vault vault,
            KeyCheckup checkup,
            ExchangeCatalogue catalogue,
            AuditLog audit,
            Limits limits,
            CurrentUser currentUser,
            Clock clock) {
        this.keys = new JdbiExchangeKeys(jdbi);
        this.checks = new JdbiKeyChecks(jdbi);
        this.strongbox = new KeyStrongbox(vault, keys);
        this.checkup = checkup;
        this.catalogue = catalogue;
        this.journal = new KeyJournal(audit, currentUser);
        this.limits = limits;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// Opens one key, and puts that on its owner's record.
    @Deed(StaffDeed.OPEN_KEY)
    @Transactional
    public Optional<ExchangeKey> look(KeyId id) {
        var found = keys.find(id);
        found.ifPresent(key -> journal.record(Act.STAFF_LOOKED, key, Map.of()));
        return found;
    }

    /// The same key as it stands now, for whoever has looked at it already.
    @Deed(StaffDeed.OPEN_KEY)
    @Transactional(readOnly = true)
    public Optional<ExchangeKey> again(KeyId id) {
        return keys.find(id);
    }

    /// All keys of one customer, oldest first, for whoever looks at them with that customer's knowledge.
    @Deed(StaffDeed.OPEN_KEY)
    @Transactional(readOnly = true)
    public List<ExchangeKey> of(UserId owner) {
        return keys.of(owner);
    }

    /// Its checks, newest first, at most `limit`.
    @Deed(StaffDeed.OPEN_KEY)
    @Transactional(readOnly = true)
    public List<KeyCheck> checks(KeyId id, int limit) {
        return checks.of(id, limit);
    }

    /// Whether [#check] would ask anybody.
    @Deed(StaffDeed.CHECK_KEY)
    public boolean isCheckable(ExchangeKey key) {
        return checkup.canCheck(key);
    }

    /// Checks a key as its owner could. Runs outside any transaction; its owner's page shows the result as it comes.
    @Deed(StaffDeed.CHECK_KEY)
    public CheckOutcome check(KeyId id, Consumer<Check> progress) {
        var key = keys.find(id).filter(checkup::canCheck).orElse(null);
        if (key == null) {
            return new CheckOutcome.NotCheckable();
        }
        if (limits.check(Limit.CHECK_KEY, currentUser.id().toString()) instanceof Allowance.Wait(var remaining)) {
            return new CheckOutcome.TooManyTries(remaining);
        }
        return checkup.check(key.owner(), id, Occasion.ASKED, progress);
    }

    /// Takes a key out of use, as its owner could; only its owner brings it back. Its secret stays sealed. Nothing
    /// where it is not in use.
    @Deed(StaffDeed.PAUSE_KEY)
    @PreAuthorize("hasRole('" + Role.Names.SUPPORT + "')")
    @Transactional
    public Optional<ExchangeKey> pause(KeyId id) {
        return keys.find(id)
                .flatMap(found -> keys.lock(found.owner(), id))
                .filter(key -> key.life() == Life.ACTIVE)
                .map(key -> {
                    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
                    var after = key.with(key.standing().paused(PauseReason.SUPPORT, now));
                    keys.update(after, now);
                    journal.record(Act.STAFF_PAUSED, after, Map.of());
                    return after;
                });
    }

    /// What came of looking for a key by itself.
    public sealed interface Found {

        /// Whose it may be: several customers can have connected the same one.
        record Keys(List<KeyId> ids) implements Found {}

        /// No key is known by it. Perhaps it is a secret, or has a letter too few.
        record None() implements Found {}

        /// An agent looks for many in a row.
        record TooMany(Duration remaining) implements Found {}
    }

    /// Finds keys by the API key itself, through the keyed hash by which it is recognised. It is neither kept nor
    /// written anywhere. The caller closes `apiKey`.
    @Deed(StaffDeed.FIND_KEY)
    @Transactional(readOnly = true)
    public Found find(Secret apiKey) {
        if (limits.check(Limit.FIND_KEY, currentUser.id().toString()) instanceof Allowance.Wait(var remaining)) {
            return new Found.TooMany(remaining);
        }
        var ids = catalogue.all().stream()
                .flatMap(exchange -> Arrays.stream(Environment.values())
                        .map(environment -> strongbox.fingerprint(exchange, environment, apiKey)))
                .flatMap(fingerprint -> keys.recognised(fingerprint).stream())
                .toList();
        return ids.isEmpty() ? new Found.None() : new Found.Keys(ids);
    }
}
