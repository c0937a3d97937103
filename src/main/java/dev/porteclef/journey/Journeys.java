package dev.porteclef.journey;

import dev.porteclef.key.Headline.Tone;
import dev.porteclef.key.KeyJudged;
import dev.porteclef.platform.data.Beside;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.platform.ui.Milestone;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jdbi.v3.core.Jdbi;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Notes when a customer reaches a step for the first time. Once a check has said something the way there is closed:
/// later visits of guide and form are those of somebody who knows them.
@Service
public class Journeys {

    private final Jdbi jdbi;
    private final Beside beside;
    private final Clock clock;

    Journeys(Jdbi jdbi, Beside beside, Clock clock) {
        this.jdbi = jdbi;
        this.beside = beside;
        this.clock = clock;
    }

    /// Notes that `customer` was at `step` at that moment, unless they were there before.
    @Transactional
    public void reached(UserId customer, Milestone.Step step, Instant at) {
        var moment = at.truncatedTo(ChronoUnit.MICROS);
        begin(customer, moment);
        jdbi.useHandle(handle -> handle.createUpdate(
                        switch (step) {
                            case GUIDE -> """
                                    update journey
                                    set guide_at = :at, began_at = least(began_at, :at)
                                    where owner = :owner and guide_at is null and checked_at is null
                                    """;
                            case FORM -> """
                                    update journey
                                    set form_at = :at, began_at = least(began_at, :at)
                                    where owner = :owner and form_at is null and checked_at is null
                                    """;
                        })
                .bind("owner", customer)
                .bind("at", moment)
                .execute());
    }

    /// A check that said nothing is no step, and whoever had a green key has arrived already.
    @EventListener
    void on(KeyJudged judged) {
        if (judged.noVerdict() == null
                && (judged.before() == null || judged.before().tone() != Tone.GREEN)) {
            beside.write(() -> checked(judged));
        }
    }

    private void checked(KeyJudged judged) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        begin(judged.owner(), now);
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            update journey
                            set checked_at = :now, strategy = :strategy
                            where owner = :owner and checked_at is null
                            """)
                    .bind("owner", judged.owner())
                    .bind("now", now)
                    .bind("strategy", judged.strategy().toString())
                    .execute();
            if (judged.headline().tone() == Tone.GREEN) {
                // At the very same moment where the first check was green.
                handle.createUpdate("""
                                update journey
                                set green_at = :now
                                where owner = :owner and green_at is null
                                """)
                        .bind("owner", judged.owner())
                        .bind("now", now)
                        .execute();
            }
        });
    }

    private void begin(UserId customer, Instant at) {
        jdbi.useHandle(handle ->
                handle.createUpdate("""
                        insert into journey (owner, began_at)
                        select id, :at
                        from account
                        where id = :owner
                        on conflict do nothing
                        """).bind("owner", customer).bind("at", at).execute());
    }
}
