package dev.porteclef.audit;

import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Component;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The record in table `audit_event`, whose triggers refuse changes and deletions (migration `V0003`).
@Component
class JdbiAuditLog implements AuditLog {

    private static final int LONGEST_DETAIL = 200;
    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private static final RowMapper<AuditEntry> ENTRIES = (row, context) -> {
        var ids = context.findColumnMapperFor(UserId.class).orElseThrow();
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        return new AuditEntry(
                row.getLong("number"),
                instants.map(row, "recorded_at", context),
                Act.valueOf(row.getString("act")),
                ids.map(row, "actor", context),
                ids.map(row, "subject", context),
                row.getObject("object_id", UUID.class),
                JsonMapper.shared().readValue(row.getString("details"), DETAILS));
    };

    private final Jdbi jdbi;
    private final CurrentUser currentUser;
    private final Clock clock;

    JdbiAuditLog(Jdbi jdbi, CurrentUser currentUser, Clock clock) {
        this.jdbi = jdbi;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    @Override
    public void record(
            Act act,
            @Nullable UserId actor,
            @Nullable UserId subject,
            @Nullable UUID object,
            Map<String, String> details) {
        // Asked here and not by an annotation, so that it holds for every caller, with or without a proxy.
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalTransactionStateException("a row of the record needs the transaction of its act");
        }
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into audit_event (recorded_at, act, actor, subject, object_id, details)
                        values (:at, :act, :actor, :subject, :object, :details)
                        """)
                .bind("at", clock.instant())
                .bind("act", act.name())
                .bindByType("actor", actor, UserId.class)
                .bindByType("subject", subject, UserId.class)
                .bindByType("object", object, UUID.class)
                .bind("details", JsonMapper.shared().writeValueAsString(cut(details)))
                .execute());
    }

    @Override
    @PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
    public List<AuditEntry> ownJournal(long before, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select number, recorded_at, act, actor, subject, object_id, details
                        from audit_event
                        where subject = :subject
                          and number < :before
                        order by number desc
                        limit :limit
                        """)
                .bind("subject", currentUser.id())
                .bind("before", before)
                .bind("limit", limit)
                .map(ENTRIES)
                .list());
    }

    @Override
    @PreAuthorize("hasRole('" + Role.Names.CUSTOMER + "')")
    public List<AuditEntry> ownJournalOf(UUID object, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select number, recorded_at, act, actor, subject, object_id, details
                        from audit_event
                        where subject = :subject
                          and object_id = :object
                          and recorded_at >= :since
                        order by number
                        """)
                .bind("subject", currentUser.id())
                .bind("object", object)
                .bind("since", since)
                .map(ENTRIES)
                .list());
    }

    private static Map<String, String> cut(Map<String, String> details) {
        var cut = new TreeMap<String, String>();
        details.forEach((name, value) -> cut.put(
                name, value.codePointCount(0, value.length()) <= LONGEST_DETAIL ? value : firstCharacters(value)));
        return cut;
    }

    private static String firstCharacters(String value) {
        return value.substring(0, value.offsetByCodePoints(0, LONGEST_DETAIL));
    }
}
