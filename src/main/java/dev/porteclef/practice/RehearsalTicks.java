package dev.porteclef.practice;

import dev.porteclef.exchange.Environment;
import dev.porteclef.key.KeyJudged;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/// Sets the rehearsal's ticks: where the portal's conclusion about a practice key fits what was really the matter with
/// the calls before it.
///
/// Only after the verdict is committed: one that was rolled back was told to nobody and earns nothing, and a tick that
/// cannot be written must not take a verdict with it. A tick lost in between is earned again by checking again.
@Component
@Profile("!prod")
class RehearsalTicks {

    private final PracticeTruth truth;
    private final JdbiRehearsal store;
    private final Clock clock;

    RehearsalTicks(PracticeTruth truth, JdbiRehearsal store, Clock clock) {
        this.truth = truth;
        this.store = store;
        this.clock = clock;
    }

    // The verdict's own transaction is still bound to the thread, and over: what is written into it would be lost.
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void judged(KeyJudged event) {
        if (event.environment() != Environment.PRACTICE || !event.exchange().equals(PracticeServer.IMITATED)) {
            return;
        }
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        truth.take(event.owner(), mistake -> mistake.fits(event.headline(), event.noVerdict()))
                .forEach(mistake -> store.note(event.owner(), mistake, at));
    }
}
