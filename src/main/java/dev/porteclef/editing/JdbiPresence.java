package dev.porteclef.editing;

import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Which editor's page shows which article, in the database. Whoever comes or goes is announced to all nodes.
final class JdbiPresence {

    private final Jdbi jdbi;

    JdbiPresence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UUID page, String family, UserId editor, Instant since, Instant seen) {
        Announcements.changing(
                jdbi,
                Topic.editing(family),
                handle -> handle.createUpdate("""
                        insert into help_presence (page, family, editor, since, seen_at)
                        values (:page, :family, :editor, :since, :seen)
                        """)
                        .bind("page", page)
                        .bind("family", family)
                        .bind("editor", editor)
                        .bind("since", since)
                        .bind("seen", seen)
                        .execute());
    }

    /// Whether it was there still.
    boolean renew(UUID page, Instant seen) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                        update help_presence
                        set seen_at = :seen
                        where page = :page
                        """)
                        .bind("page", page)
                        .bind("seen", seen)
                        .execute())
                == 1;
    }

    void delete(UUID page, String family) {
        Announcements.changing(
                jdbi,
                Topic.editing(family),
                handle -> handle.createUpdate("""
                        delete from help_presence
                        where page = :page
                        """).bind("page", page).execute());
    }

    /// Who else has `family` open and was seen after `seen`, the first to come first.
    ///
    /// @param own whose page it is
    List<Presence.Other> others(String family, UUID page, UserId own, Instant seen) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select editor, since
                        from help_presence
                        where family = :family
                          and page <> :page
                          and seen_at > :seen
                        order by since, page
                        """)
                .bind("family", family)
                .bind("page", page)
                .bind("seen", seen)
                .map((row, context) -> {
                    var editor = new UserId(row.getObject("editor", UUID.class));
                    var since = context.findColumnMapperFor(Instant.class)
                            .orElseThrow()
                            .map(row, "since", context);
                    return new Presence.Other(editor, since, editor.equals(own));
                })
                .list());
    }

    /// Forgets pages that nobody has renewed since `seen`: their node is gone.
    void forget(Instant seen) {
        var families = jdbi.withHandle(handle ->
                handle.createQuery("""
                        select distinct family
                        from help_presence
                        where seen_at <= :seen
                        """).bind("seen", seen).mapTo(String.class).list());
        families.forEach(family -> Announcements.changing(
                jdbi,
                Topic.editing(family),
                handle -> handle.createUpdate("""
                        delete from help_presence
                        where family = :family and seen_at <= :seen
                        """)
                        .bind("family", family)
                        .bind("seen", seen)
                        .execute()));
    }
}
