package dev.porteclef.practice;

import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Repository;

/// The tables of what befalls single practice keys, and all of an owner's.
@Repository
@Profile("!prod")
class JdbiMishaps {

    private final Jdbi jdbi;

    JdbiMishaps(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    MishapsInForce of(UserId owner) {
        var exchange = jdbi.withHandle(handle ->
                handle.createQuery("""
                        select mishap
                        from practice_outage
                        where owner = :owner
                        """).bind("owner", owner).mapTo(Mishap.class).findOne());
        return new MishapsInForce(exchange.orElse(null), keys(owner));
    }

    /// @param seen numbers up to this one count as seen
    /// @return whether there is such a key of this owner
    boolean begin(UserId owner, PracticeKeyId key, Mishap mishap, long seen, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into practice_mishap (key_id, owner, mishap, counter, overtaken, since)
                                select id, owner, :mishap, :seen, false, :now
                                from practice_key
                                where id = :key
                                and owner = :owner
                                """)
                        .bind("mishap", mishap.name())
                        .bind("seen", seen)
                        .bind("now", now)
                        .bind("key", key)
                        .bind("owner", owner)
                        .execute())
                == 1;
    }

    void beginExchange(UserId owner, Mishap mishap, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into practice_outage (owner, mishap, since)
                        values (:owner, :mishap, :now)
                        """)
                .bind("owner", owner)
                .bind("mishap", mishap.name())
                .bind("now", now)
                .execute());
    }

    void end(UserId owner, PracticeKeyId key) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        delete from practice_mishap
                        where key_id = :key
                        and owner = :owner
                        """).bind("key", key).bind("owner", owner).execute());
    }

    void endExchange(UserId owner) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from practice_outage where owner = :owner")
                .bind("owner", owner)
                .execute());
    }

    void endAll(UserId owner) {
        endExchange(owner);
        jdbi.useHandle(handle -> handle.createUpdate("delete from practice_mishap where owner = :owner")
                .bind("owner", owner)
                .execute());
    }

    private Map<PracticeKeyId, Mishap> keys(UserId owner) {
        return jdbi
                .withHandle(handle -> handle.createQuery("""
                                select key_id, mishap
                                from practice_mishap
                                where owner = :owner
                                """)
                        .bind("owner", owner)
                        .map((row, context) -> Map.entry(
                                new PracticeKeyId(row.getObject("key_id", UUID.class)),
                                Mishap.valueOf(row.getString("mishap"))))
                        .list())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
