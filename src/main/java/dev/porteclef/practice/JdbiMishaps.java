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

    /// Puts `mishap` in the place of any other that befalls the key. Two windows may do so at once: one of them comes
    /// first, and the other has the last word.
    ///
    /// @param seen numbers up to this one count as seen
    /// @return whether there is such a key of this owner
    boolean begin(UserId owner, PracticeKeyId key, Mishap mishap, long seen, Instant now) {
        return change(owner, key, mishap, seen, now)
                || add(owner, key, mishap, seen, now)
                || change(owner, key, mishap, seen, now);
    }

    private boolean change(UserId owner, PracticeKeyId key, Mishap mishap, long seen, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update practice_mishap
                                set mishap = :mishap, counter = :seen, overtaken = false, since = :now
                                where key_id = :key
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

    private boolean add(UserId owner, PracticeKeyId key, Mishap mishap, long seen, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into practice_mishap (key_id, owner, mishap, counter, overtaken, since)
                                select id, owner, :mishap, :seen, false, :now
                                from practice_key
                                where id = :key
                                and owner = :owner
                                on conflict do nothing
                                """)
                        .bind("mishap", mishap.name())
                        .bind("seen", seen)
                        .bind("now", now)
                        .bind("key", key)
                        .bind("owner", owner)
                        .execute())
                == 1;
    }

    /// As [#begin], for all keys of an owner.
    void beginExchange(UserId owner, Mishap mishap, Instant now) {
        if (changeExchange(owner, mishap, now) || addExchange(owner, mishap, now)) {
            return;
        }
        changeExchange(owner, mishap, now);
    }

    private boolean changeExchange(UserId owner, Mishap mishap, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update practice_outage
                                set mishap = :mishap, since = :now
                                where owner = :owner
                                """)
                        .bind("owner", owner)
                        .bind("mishap", mishap.name())
                        .bind("now", now)
                        .execute())
                == 1;
    }

    private boolean addExchange(UserId owner, Mishap mishap, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into practice_outage (owner, mishap, since)
                                values (:owner, :mishap, :now)
                                on conflict do nothing
                                """)
                        .bind("owner", owner)
                        .bind("mishap", mishap.name())
                        .bind("now", now)
                        .execute())
                == 1;
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
