package dev.porteclef.console;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyCheck;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Shows support a customer's keys as that customer sees them: to read, for a reason that the customer reads in the
/// journal, and for [#LASTS].
@Service
@PreAuthorize("hasRole('" + Role.Names.SUPPORT + "')")
@Transactional
public class Looks {

    /// After that a reason is asked for again.
    public static final Duration LASTS = Duration.ofMinutes(15);

    /// The longest reason, in characters.
    public static final int LONGEST_REASON = 200;

    private static final int CHECKS = 20;

    private final Jdbi jdbi;
    private final CustomersKeys keys;
    private final CredentialGuard guard;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    Looks(Jdbi jdbi, CustomersKeys keys, CredentialGuard guard, AuditLog audit, CurrentUser currentUser, Clock clock) {
        this.jdbi = jdbi;
        this.keys = keys;
        this.guard = guard;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// Begins to look; that and why is on the customer's record.
    @Deed(StaffDeed.LOOK_AS)
    public LookOutcome begin(KeyId id, String typed) {
        var reason = typed.strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            return new LookOutcome.NoReason();
        }
        if (guard.looksLikeCredential(reason)) {
            return new LookOutcome.HoldsSecret();
        }
        var key = keys.again(id).orElse(null);
        if (key == null) {
            return new LookOutcome.NoSuchKey();
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var look = new Look(UUID.randomUUID(), key.owner(), id, reason, now.plus(LASTS));
        insert(look, now);
        record(look, key);
        return new LookOutcome.Begun(look);
    }

    private void record(Look look, ExchangeKey key) {
        audit.record(
                Act.STAFF_LOOKED_AS,
                currentUser.id(),
                key.owner(),
                key.id().value(),
                Map.of("label", key.label(), "reason", look.reason()));
    }

    private void insert(Look look, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into console_look (id, agent, owner, key_id, reason, begun_at, ends_at)
                        values (:id, :agent, :owner, :key, :reason, :now, :end)
                        """)
                .bind("id", look.id())
                .bind("agent", currentUser.id())
                .bind("owner", look.owner())
                .bind("key", look.key())
                .bind("reason", look.reason())
                .bind("now", now)
                .bind("end", look.endsAt())
                .execute());
    }

    /// What the signed-in agent has begun, as long as it lasts.
    @Deed(StaffDeed.LOOK_AS)
    @Transactional(readOnly = true)
    public Optional<Look> find(UUID id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, owner, key_id, reason, ends_at
                        from console_look
                        where id = :id and agent = :agent and ends_at > :now
                        """)
                .bind("id", id)
                .bind("agent", currentUser.id())
                .bind("now", clock.instant())
                .map((row, context) -> new Look(
                        row.getObject("id", UUID.class),
                        new UserId(row.getObject("owner", UUID.class)),
                        new KeyId(row.getObject("key_id", UUID.class)),
                        row.getString("reason"),
                        context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "ends_at", context)))
                .findOne());
    }

    /// Ends it before its time.
    @Deed(StaffDeed.LOOK_AS)
    public void end(UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update console_look
                        set ends_at = :now
                        where id = :id and agent = :agent and ends_at > :now
                        """)
                .bind("id", id)
                .bind("agent", currentUser.id())
                .bind("now", clock.instant().truncatedTo(ChronoUnit.MICROS))
                .execute());
    }

    /// The customer's keys, oldest first; none once the look is over.
    @Deed(StaffDeed.LOOK_AS)
    @Transactional(readOnly = true)
    public List<ExchangeKey> keys(UUID id) {
        return find(id).map(look -> keys.of(look.owner())).orElse(List.of());
    }

    /// Opens one of them; each but the one with which the look began is on the record with it.
    @Deed(StaffDeed.LOOK_AS)
    public Optional<ExchangeKey> open(UUID id, KeyId wanted) {
        return find(id).flatMap(look -> keys(id).stream()
                .filter(key -> key.id().equals(wanted))
                .findFirst()
                .map(key -> {
                    if (!key.id().equals(look.key())) {
                        record(look, key);
                    }
                    return key;
                }));
    }

    /// How one of them fared, newest first.
    @Deed(StaffDeed.LOOK_AS)
    @Transactional(readOnly = true)
    public List<KeyCheck> checks(UUID id, KeyId key) {
        return keys(id).stream().anyMatch(one -> one.id().equals(key)) ? keys.checks(key, CHECKS) : List.of();
    }
}
