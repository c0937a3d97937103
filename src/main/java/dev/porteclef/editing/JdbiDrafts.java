package dev.porteclef.editing;

import dev.porteclef.help.ArticleId;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.Update;

/// Drafts in the database. Every change is announced to the editors of the article, on all nodes.
final class JdbiDrafts {

    private static final RowMapper<Draft> DRAFTS = (row, context) -> new Draft(
            new ArticleId(
                    row.getString("family"),
                    Language.of(row.getString("language")).orElseThrow()),
            row.getLong("version"),
            row.getString("markdown"),
            row.getString("base"),
            new UserId(row.getObject("editor", UUID.class)),
            context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "saved_at", context));

    private final Jdbi jdbi;

    JdbiDrafts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<Draft> all() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select family, language, version, markdown, base, editor, saved_at
                        from help_draft
                        """).map(DRAFTS).list());
    }

    Optional<Draft> find(ArticleId id) {
        return jdbi.withHandle(
                handle -> bound(handle.createQuery("""
                        select family, language, version, markdown, base, editor, saved_at
                        from help_draft
                        where family = :family and language = :language
                        """), id).map(DRAFTS).findOne());
    }

    /// Whether there was none before.
    boolean insert(Draft draft) {
        return changing(
                draft.id(), handle -> bound(handle.createUpdate("""
                insert into help_draft (family, language, version, markdown, base, editor, saved_at)
                values (:family, :language, :version, :text, :base, :editor, :at)
                on conflict do nothing
                """), draft).execute());
    }

    /// Whether the draft was still at version `seen`.
    boolean update(Draft draft, long seen) {
        return changing(
                draft.id(),
                handle -> bound(handle.createUpdate("""
                update help_draft
                set version = :version, markdown = :text, base = :base, editor = :editor, saved_at = :at
                where family = :family and language = :language and version = :seen
                """), draft)
                        .bind("seen", seen)
                        .execute());
    }

    /// Whether it was still at `version`.
    boolean delete(ArticleId id, long version) {
        return changing(
                id,
                handle -> bound(handle.createUpdate("""
                        delete from help_draft
                        where family = :family and language = :language and version = :version
                        """), id)
                        .bind("version", version)
                        .execute());
    }

    private boolean changing(ArticleId id, HandleCallback<Integer, RuntimeException> change) {
        return Announcements.changing(jdbi, Topic.editing(id.family()), change) == 1;
    }

    private static Update bound(Update statement, Draft draft) {
        return bound(statement, draft.id())
                .bind("version", draft.version())
                .bind("text", draft.text())
                .bind("base", draft.base())
                .bind("editor", draft.editor())
                .bind("at", draft.savedAt());
    }

    private static <S extends SqlStatement<S>> S bound(S statement, ArticleId id) {
        return statement
                .bind("family", id.family())
                .bind("language", id.language().tag());
    }
}
