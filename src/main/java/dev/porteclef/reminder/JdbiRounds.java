package dev.porteclef.reminder;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/// Table `reminder_round`.
final class JdbiRounds {

    private final Jdbi jdbi;

    JdbiRounds(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Whether the round of that day is the caller's until `until`: nobody has begun it, or whoever did has
    /// not ended it in time.
    boolean take(LocalDate day, Instant now, Instant until) {
        return jdbi.withHandle(handle ->
                handle.createUpdate("""
                                        insert into reminder_round (on_date, leased_until, done)
                                        values (:day, :until, false)
                                        on conflict do nothing
                                        """).bind("day", day).bind("until", until).execute() == 1
                        || handle.createUpdate("""
                                        update reminder_round
                                        set leased_until = :until
                                        where on_date = :day
                                          and not done
                                          and leased_until <= :now
                                        """)
                                        .bind("day", day)
                                        .bind("now", now)
                                        .bind("until", until)
                                        .execute()
                                == 1);
    }

    void extend(LocalDate day, Instant until) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        update reminder_round
                        set leased_until = :until
                        where on_date = :day
                        """).bind("day", day).bind("until", until).execute());
    }

    void finish(LocalDate day) {
        jdbi.useHandle(handle -> handle.createUpdate("update reminder_round set done = true where on_date = :day")
                .bind("day", day)
                .execute());
    }
}
