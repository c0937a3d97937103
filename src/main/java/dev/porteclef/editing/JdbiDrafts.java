package dev.porteclef.editing;

import dev.porteclef.help.ArticleId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/// Drafts in the database.
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
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select family, language, version, markdown, base, editor, saved_at
                        from help_draft
                        where family = :family and language = :language
                        """)
                .bind("family", id.family())
                .bind("language", id.language().tag())
                .map(DRAFTS)
                .findOne());
    }

    /// Whether there was none before.
    boolean insert(Draft draft) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        insert into help_draft (family, language, version, markdown, base, editor, saved_at)
                        values (:family, :language, :version, :text, :base, :editor, :at)
                        on conflict do nothing
                        """)
                        .bind("family", draft.id().family())
                        .bind("language", draft.id().language().tag())
                        .bind("version", draft.version())
                        .bind("text", draft.text())
                        .bind("base", draft.base())
                        .bind("editor", draft.editor())
                        .bind("at", draft.savedAt())
                        .execute())
                == 1;
    }

    /// Whether the draft was still at version `seen`.
    boolean update(Draft draft, long seen) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update help_draft
                        set version = :version, markdown = :text, base = :base, editor = :editor, saved_at = :at
                        where family = :family and language = :language and version = :seen
                        """)
                        .bind("seen", seen)
                        .bind("family", draft.id().family())
                        .bind("language", draft.id().language().tag())
                        .bind("version", draft.version())
                        .bind("text", draft.text())
                        .bind("base", draft.base())
                        .bind("editor", draft.editor())
                        .bind("at", draft.savedAt())
                        .execute())
                == 1;
    }

    /// Whether it was still at `version`.
    boolean delete(ArticleId id, long version) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        delete from help_draft
                        where family = :family and language = :language and version = :version
                        """)
                        .bind("family", id.family())
                        .bind("language", id.language().tag())
                        .bind("version", version)
                        .execute())
                == 1;
    }
}
