package dev.porteclef.live;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/// Whose page shows what, in the database; the column still named after articles holds the name of a topic. Whoever
/// comes or goes is announced to all nodes.
final class JdbiPresence {

    private final Jdbi jdbi;

    JdbiPresence(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void insert(UUID page, Topic topic, UserId person, Instant since, Instant seen) {
        Announcements.changing(
                jdbi,
                topic,
                handle -> handle.createUpdate("""
                        insert into help_presence (page, family, editor, since, seen_at)
                        values (:page, :family, :editor, :since, :seen)
                        """)
                        .bind("page", page)
                        .bind("family", topic.name())
                        .bind("editor", person)
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

    void delete(UUID page, Topic topic) {
        Announcements.changing(
                jdbi,
                topic,
                handle -> handle.createUpdate("""
                        delete from help_presence
                        where page = :page
                        """).bind("page", page).execute());
    }

    /// Who else has what `topic` is news of open and was seen after `seen`, the first to come first.
    ///
    /// @param own whose page it is
    List<Presence.Other> others(Topic topic, UUID page, UserId own, Instant seen) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select editor, since
                        from help_presence
                        where family = :family
                          and page <> :page
                          and seen_at > :seen
                        order by since, page
                        """)
                .bind("family", topic.name())
                .bind("page", page)
                .bind("seen", seen)
                .map((row, context) -> {
                    var person = new UserId(row.getObject("editor", UUID.class));
                    var since = context.findColumnMapperFor(Instant.class)
                            .orElseThrow()
                            .map(row, "since", context);
                    return new Presence.Other(person, since, person.equals(own));
                })
                .list());
    }

    /// Forgets pages that nobody has renewed since `seen`: their node is gone.
    void forget(Instant seen) {
        var topics = jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct family
                        from help_presence
                        where seen_at <= :seen
                        """)
                .bind("seen", seen)
                .mapTo(String.class)
                .map(Topic::new)
                .list());
        topics.forEach(topic -> Announcements.changing(
                jdbi,
                topic,
                handle -> handle.createUpdate("""
                        delete from help_presence
                        where family = :family and seen_at <= :seen
                        """)
                        .bind("family", topic.name())
                        .bind("seen", seen)
                        .execute()));
    }
}
