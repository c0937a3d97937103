package dev.porteclef.practice;

import dev.porteclef.exchange.Environment;
import dev.porteclef.key.KeyJudged;
import dev.porteclef.platform.data.Beside;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Sets the rehearsal's ticks: where the portal's conclusion about a practice key fits what was really the matter with
/// the calls before it.
///
/// Beside the verdict: one that is rolled back is told to nobody and earns nothing, and a tick that cannot be written
/// must not take a verdict with it. A tick lost in between is earned again by checking again.
@Component
@Profile("!prod")
class RehearsalTicks {

    private final PracticeTruth truth;
    private final JdbiRehearsal store;
    private final Beside beside;
    private final Clock clock;

    RehearsalTicks(PracticeTruth truth, JdbiRehearsal store, Beside beside, Clock clock) {
        this.truth = truth;
        this.store = store;
        this.beside = beside;
        this.clock = clock;
    }

    @EventListener
    void judged(KeyJudged event) {
        if (event.environment() != Environment.PRACTICE || !event.exchange().equals(PracticeServer.IMITATED)) {
            return;
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var earned = truth.take(event.owner(), mistake -> mistake.fits(event.headline(), event.noVerdict()));
        if (!earned.isEmpty()) {
            beside.write(() -> earned.forEach(mistake -> store.note(event.owner(), mistake, at)));
        }
    }
}
