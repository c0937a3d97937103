package dev.porteclef.support;

import dev.porteclef.key.KeyId;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/// Questions and their drafts in the database.
final class JdbiSupportRequests {

    private static final RowMapper<SupportRequest> REQUESTS = (row, context) -> new SupportRequest(
            new SupportRequestId(row.getObject("id", UUID.class)),
            new UserId(row.getObject("owner", UUID.class)),
            new KeyId(row.getObject("key_id", UUID.class)),
            row.getString("label"),
            Language.of(row.getString("language")).orElseThrow(),
            row.getString("question"),
            RedactedReport.read(row.getString("report")),
            context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "asked_at", context));

    private final Jdbi jdbi;

    JdbiSupportRequests(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(SupportRequest request) {
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            insert into support_request (id, owner, key_id, label, language, question, report, asked_at)
                            values (:id, :owner, :key, :label, :language, :question, :report, :at)
                            """)
                    .bind("id", request.id())
                    .bind("owner", request.owner())
                    .bind("key", request.key())
                    .bind("label", request.label())
                    .bind("language", request.language().tag())
                    .bind("question", request.question())
                    .bind("report", request.report().json())
                    .bind("at", request.askedAt())
                    .execute();
            Announcements.announce(handle, Topic.QUESTIONS);
        });
    }

    List<SupportRequest> of(UserId owner, KeyId key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, owner, key_id, label, language, question, report, asked_at
                        from support_request
                        where owner = :owner and key_id = :key
                        order by asked_at desc, id
                        """)
                .bind("owner", owner)
                .bind("key", key)
                .map(REQUESTS)
                .list());
    }

    /// Whoever's it is: for support.
    Optional<SupportRequest> find(SupportRequestId id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select id, owner, key_id, label, language, question, report, asked_at
                        from support_request
                        where id = :id
                        """).bind("id", id).map(REQUESTS).findOne());
    }

    /// Whatever was asked about a key so far waits for no answer from here on. Open desks are told where something did.
    void settle(KeyId key, Glance.Settled.Why why, Instant at) {
        Announcements.changing(
                jdbi,
                Topic.QUESTIONS,
                handle -> handle.createUpdate("""
                                update support_request
                                set settled_by = :why, settled_at = :at
                                where key_id = :key and settled_at is null
                                """)
                        .bind("key", key)
                        .bind("why", why.name())
                        .bind("at", at)
                        .execute());
    }

    Optional<String> draft(UserId owner, KeyId key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select question
                        from support_draft
                        where owner = :owner and key_id = :key
                        """)
                .bind("owner", owner)
                .bind("key", key)
                .mapTo(String.class)
                .findOne());
    }

    void keepDraft(UserId owner, KeyId key, String question, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into support_draft (owner, key_id, question, updated_at)
                        values (:owner, :key, :question, :now)
                        on conflict do nothing
                        """)
                .bind("owner", owner)
                .bind("key", key)
                .bind("question", question)
                .bind("now", now)
                .execute());
    }

    void forgetDraft(UserId owner, KeyId key) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from support_draft where owner = :owner and key_id = :key")
                .bind("owner", owner)
                .bind("key", key)
                .execute());
    }
}
