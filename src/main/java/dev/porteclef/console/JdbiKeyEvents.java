package dev.porteclef.console;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyId;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.mail.MailKind;
import dev.porteclef.mail.MailState;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.support.Answer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// What happened around one key, from the tables where it is written, each newest first; and the notes, which are the
/// console's own.
final class JdbiKeyEvents {

    private static final TypeReference<Map<String, String>> DETAILS = new TypeReference<>() {};

    private final Jdbi jdbi;

    JdbiKeyEvents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Who did what to the key: not what has an event of its own, as checks, questions and notes have; of checks only
    /// that staff asked for one.
    List<KeyEvent> acts(KeyId key, int limit) {
        return read(
                """
                select number, recorded_at, act, actor, subject, object_id, details, email, (
                    select successor.id
                    from exchange_key successor
                    where act = 'KEY_REPLACED'
                    and successor.replaces = object_id and successor.owner = subject and successor.life <> 'DRAFT'
                    and successor.created_at <= recorded_at
                    order by successor.created_at desc
                    limit 1) as successor
                from audit_event
                left join account on account.id = actor
                where object_id = :key
                and (act in (
                        'KEY_CONNECTED', 'KEY_REFUSED', 'KEY_RENAMED', 'STRATEGY_CHANGED', 'KEY_PAUSED', 'KEY_RESUMED',
                        'KEY_REPLACED', 'KEY_REVOKED', 'LEAK_REPORTED', 'SECRET_DESTROYED', 'FIELDS_SWAPPED',
                        'NONCE_UNIT_CHANGED', 'STAFF_LOOKED', 'STAFF_LOOKED_AS', 'STAFF_PAUSED')
                    or act in ('KEY_CHECKED', 'VERDICT_CHANGED') and actor <> subject)
                order by number desc
                limit :limit
                """,
                key,
                limit,
                (row, context) -> new KeyEvent.Done(
                        new AuditEntry(
                                row.getLong("number"),
                                at(row, "recorded_at", context),
                                Act.valueOf(row.getString("act")),
                                user(row, "actor"),
                                user(row, "subject"),
                                row.getObject("object_id", UUID.class),
                                JsonMapper.shared().readValue(row.getString("details"), DETAILS)),
                        orEmpty(row.getString("email")),
                        key(row, "successor")));
    }

    List<KeyEvent> mails(KeyId key, int limit) {
        return read("""
                select created_at, kind, state
                from mail_outbox
                where key_id = :key
                order by created_at desc, id
                limit :limit
                """, key, limit, (row, context) -> {
            var name = row.getString("kind");
            return new KeyEvent.Mailed(
                    at(row, "created_at", context),
                    Arrays.stream(MailKind.values())
                            .filter(kind -> kind.name().equals(name))
                            .findFirst(),
                    MailState.valueOf(row.getString("state")));
        });
    }

    List<KeyEvent> questions(KeyId key, int limit) {
        return read(
                """
                select asked_at, id, language
                from support_request
                where key_id = :key
                order by asked_at desc, id
                limit :limit
                """,
                key,
                limit,
                (row, context) -> new KeyEvent.Asked(
                        at(row, "asked_at", context),
                        row.getObject("id", UUID.class),
                        Language.of(row.getString("language")).orElseThrow()));
    }

    /// @param withText whether what was written may be read
    List<KeyEvent> answers(KeyId key, int limit, boolean withText) {
        return read(
                """
                select answered_at, email, kind, support_answer.language, text
                from support_answer
                left join account on account.id = author
                where key_id = :key
                order by answered_at desc, support_answer.id
                limit :limit
                """,
                key,
                limit,
                (row, context) -> new KeyEvent.Answered(
                        at(row, "answered_at", context),
                        orEmpty(row.getString("email")),
                        Answer.Kind.valueOf(row.getString("kind")),
                        Language.of(row.getString("language")).orElseThrow(),
                        withText ? row.getString("text") : ""));
    }

    List<KeyEvent> notes(KeyId key, int limit) {
        return read(
                """
                select noted_at, email, text
                from console_note
                left join account on account.id = author
                where key_id = :key
                order by noted_at desc, console_note.id
                limit :limit
                """,
                key,
                limit,
                (row, context) -> new KeyEvent.Noted(
                        at(row, "noted_at", context), orEmpty(row.getString("email")), row.getString("text")));
    }

    /// Adds a note, and tells open pages of the key.
    ///
    /// @return false where the key is gone
    boolean addNote(ExchangeKey key, UserId author, String text, Instant at) {
        return Announcements.changing(
                        jdbi,
                        Topic.keysOf(key.owner()),
                        handle -> handle.createUpdate("""
                                insert into console_note (id, key_id, author, text, noted_at)
                                select :note, id, :author, :text, :at
                                from exchange_key
                                where id = :key
                                """)
                                .bind("note", UUID.randomUUID())
                                .bind("key", key.id())
                                .bind("author", author)
                                .bind("text", text)
                                .bind("at", at)
                                .execute())
                == 1;
    }

    private List<KeyEvent> read(String sql, KeyId key, int limit, RowMapper<KeyEvent> event) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("key", key)
                .bind("limit", limit)
                .map(event)
                .list());
    }

    private static Instant at(ResultSet row, String column, StatementContext context) throws SQLException {
        return context.findColumnMapperFor(Instant.class).orElseThrow().map(row, column, context);
    }

    private static @Nullable UserId user(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new UserId(id);
    }

    private static @Nullable KeyId key(ResultSet row, String column) throws SQLException {
        var id = row.getObject(column, UUID.class);
        return id == null ? null : new KeyId(id);
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
