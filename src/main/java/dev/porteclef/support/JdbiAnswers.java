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

/// Answers and their drafts in the database. Open pages of the owner's keys are told of every answer.
final class JdbiAnswers {

    private static final RowMapper<Answer> ANSWERS = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        return new Answer(
                row.getObject("id", UUID.class),
                new UserId(row.getObject("owner", UUID.class)),
                new KeyId(row.getObject("key_id", UUID.class)),
                new UserId(row.getObject("author", UUID.class)),
                Answer.Kind.valueOf(row.getString("kind")),
                Language.of(row.getString("language")).orElseThrow(),
                row.getString("text"),
                row.getObject("run_id", UUID.class),
                instants.map(row, "answered_at", context),
                instants.map(row, "seen_at", context));
    };

    private final Jdbi jdbi;

    JdbiAnswers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @return false where the key is gone, or was answered by the same run already; nothing was added then
    boolean insert(Answer answer) {
        var added = Announcements.changing(
                jdbi,
                Topic.keysOf(answer.owner()),
                handle -> handle.createUpdate("""
                        insert into support_answer (
                            id, owner, key_id, author, kind, language, text, run_id, answered_at)
                        select :id, owner, id, :author, :kind, :language, :text, cast(:run as uuid), :at
                        from exchange_key
                        where id = :key
                        on conflict do nothing
                        """)
                        .bind("id", answer.id())
                        .bind("key", answer.key())
                        .bind("author", answer.author())
                        .bind("kind", answer.kind().name())
                        .bind("language", answer.language().tag())
                        .bind("text", answer.text())
                        .bindByType("run", answer.run(), UUID.class)
                        .bind("at", answer.answeredAt())
                        .execute());
        return added == 1;
    }

    boolean isAnswered(KeyId key, UUID run) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select 1 from support_answer where run_id = :run and key_id = :key)")
                .bind("run", run)
                .bind("key", key)
                .mapTo(Boolean.class)
                .one());
    }

    /// Newest first.
    List<Answer> of(KeyId key) {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select id, owner, key_id, author, kind, language, text, run_id, answered_at, seen_at
                        from support_answer
                        where key_id = :key
                        order by answered_at desc, id
                        """).bind("key", key).map(ANSWERS).list());
    }

    void see(UserId owner, KeyId key, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update support_answer
                        set seen_at = :now
                        where key_id = :key and owner = :owner and seen_at is null
                        """)
                .bind("key", key)
                .bind("owner", owner)
                .bind("now", now)
                .execute());
    }

    Optional<Unfinished> draft(UserId author, KeyId key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select kind, language, text
                        from support_answer_draft
                        where author = :author and key_id = :key
                        """)
                .bind("author", author)
                .bind("key", key)
                .map((row, _) -> new Unfinished(
                        Answer.Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getString("language"))
                                .flatMap(Language::of)
                                .orElse(null),
                        row.getString("text")))
                .findOne());
    }

    void keepDraft(UserId author, KeyId key, AnswerDraft draft, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into support_answer_draft (author, key_id, kind, language, text, updated_at)
                        select :author, id, :kind, :language, :text, :now
                        from exchange_key
                        where id = :key
                        on conflict do nothing
                        """)
                .bind("author", author)
                .bind("key", key)
                .bind("kind", draft.kind().name())
                .bind("language", draft.language().tag())
                .bind("text", draft.text())
                .bind("now", now)
                .execute());
    }

    void forgetDraft(UserId author, KeyId key) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from support_answer_draft where author = :author and key_id = :key")
                .bind("author", author)
                .bind("key", key)
                .execute());
    }
}
