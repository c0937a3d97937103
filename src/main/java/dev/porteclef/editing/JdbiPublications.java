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
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;

/// Publications in the database. Every new one is announced to all nodes, to readers and editors.
final class JdbiPublications {

    private static final RowMapper<Publication> PUBLICATIONS = (row, context) -> new Publication(
            new ArticleId(
                    row.getString("family"),
                    Language.of(row.getString("language")).orElseThrow()),
            row.getInt("revision"),
            Publication.Kind.valueOf(row.getString("kind")),
            row.getString("markdown"),
            row.getString("base"),
            row.getString("remark"),
            new UserId(row.getObject("editor", UUID.class)),
            context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "published_at", context));

    private final Jdbi jdbi;

    JdbiPublications(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// The last one of each article and language.
    List<Publication> latest() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select family, language, revision, kind, markdown, base, remark, editor, published_at
                        from help_publication one
                        where revision = (
                            select max(revision)
                            from help_publication other
                            where other.family = one.family and other.language = one.language)
                        order by family, language
                        """).map(PUBLICATIONS).list());
    }

    /// The last one of one article in one language.
    Optional<Publication> latest(ArticleId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select family, language, revision, kind, markdown, base, remark, editor, published_at
                        from help_publication
                        where family = :family and language = :language
                        order by revision desc
                        limit 1
                        """)
                .bind("family", id.family())
                .bind("language", id.language().tag())
                .map(PUBLICATIONS)
                .findOne());
    }

    /// All of one article in one language, the newest first.
    List<Publication> of(ArticleId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select family, language, revision, kind, markdown, base, remark, editor, published_at
                        from help_publication
                        where family = :family and language = :language
                        order by revision desc
                        """)
                .bind("family", id.family())
                .bind("language", id.language().tag())
                .map(PUBLICATIONS)
                .list());
    }

    /// Whether nobody published in between.
    boolean insert(Publication one) {
        return Announcements.changing(jdbi, Topic.HELP, handle -> {
                    var inserted = handle.createUpdate("""
                        insert into help_publication
                            (family, language, revision, kind, markdown, base, remark, editor, published_at)
                        values (:family, :language, :revision, :kind, :text, :base, :remark, :editor, :at)
                        on conflict do nothing
                        """)
                            .bind("family", one.id().family())
                            .bind("language", one.id().language().tag())
                            .bind("revision", one.revision())
                            .bind("kind", one.kind().name())
                            .bind("text", one.text())
                            .bind("base", one.base())
                            .bind("remark", one.remark())
                            .bind("editor", one.editor())
                            .bind("at", one.at())
                            .execute();
                    if (inserted > 0) {
                        Announcements.announce(handle, Topic.editing(one.id().family()));
                    }
                    return inserted;
                })
                == 1;
    }
}
