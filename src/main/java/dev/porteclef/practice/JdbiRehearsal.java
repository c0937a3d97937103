package dev.porteclef.practice;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Repository;

/// The table of mistakes made once.
@Repository
@Profile("!prod")
class JdbiRehearsal {

    private final Jdbi jdbi;

    JdbiRehearsal(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Map<Mistake, Instant> of(UserId owner) {
        var made = new EnumMap<Mistake, Instant>(Mistake.class);
        jdbi.useHandle(handle -> handle.createQuery("""
                        select mistake, made_at
                        from practice_rehearsal
                        where owner = :owner
                        """)
                .bind("owner", owner)
                .map((row, context) -> Map.entry(
                        Mistake.valueOf(row.getString("mistake")),
                        row.getObject("made_at", OffsetDateTime.class).toInstant()))
                .forEach(one -> made.put(one.getKey(), one.getValue())));
        return made;
    }

    /// Notes the mistake, unless it was made before: the first time counts.
    void note(UserId owner, Mistake mistake, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into practice_rehearsal (owner, mistake, made_at)
                        values (:owner, :mistake, :at)
                        on conflict do nothing
                        """)
                .bind("owner", owner)
                .bind("mistake", mistake.name())
                .bind("at", at)
                .execute());
    }

    void forget(UserId owner) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from practice_rehearsal where owner = :owner")
                .bind("owner", owner)
                .execute());
    }
}
