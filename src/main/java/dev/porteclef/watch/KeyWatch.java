package dev.porteclef.watch;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.key.CheckOutcome;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyJudged;
import dev.porteclef.key.WatchedKeys;
import dev.porteclef.key.WatchedKeys.Watched;
import dev.porteclef.platform.data.Beside;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Checks every key again and again. Each has one task in the database, which says when it is next; whichever node is
/// free takes what is due, the longest overdue first, and a task of a node that is gone is taken over.
@Component
class KeyWatch {

    static final String TASK = "check-key";

    private static final Logger LOG = LoggerFactory.getLogger(KeyWatch.class);
    private static final int PAGE = 1_000;

    private final WatchedKeys keys;
    private final Breakers breakers;
    private final Rhythm rhythm;
    private final Beside beside;
    private final Clock clock;
    private final ObjectProvider<SchedulerClient> scheduler;
    private final CustomTask<Void> task;

    KeyWatch(
            WatchedKeys keys,
            Breakers breakers,
            Rhythm rhythm,
            Beside beside,
            Clock clock,
            ObjectProvider<SchedulerClient> scheduler) {
        this.keys = keys;
        this.breakers = breakers;
        this.rhythm = rhythm;
        this.beside = beside;
        this.clock = clock;
        this.scheduler = scheduler;
        this.task = Tasks.custom(TASK, Void.class)
                .onFailure((failed, operations) -> {
                    // By its class: messages name people.
                    LOG.warn(
                            "Watching key {} failed: {}",
                            failed.getExecution().taskInstance.getId(),
                            failed.getCause()
                                    .map(cause -> cause.getClass().getName())
                                    .orElse("-"));
                    operations.reschedule(failed, rhythm.afterFailures(failed.getExecution().consecutiveFailures));
                })
                .execute((instance, context) -> watch(instance.getId()));
    }

    CustomTask<Void> task() {
        return task;
    }

    /// A key that is new is looked after from now on, and so is one that its owner has checked after it came back; one
    /// that came back unasked is found by [#beginAll].
    @EventListener
    void begin(KeyJudged judged) {
        scheduler.ifAvailable(client -> beside.write(() -> begin(client, judged.key())));
    }

    /// Finds keys that nobody looks after: connected while a node was killed, or before the watch existed.
    void beginAll(SchedulerClient client) {
        for (var page = keys.unplanned(TASK, PAGE); !page.isEmpty(); page = keys.unplanned(TASK, PAGE)) {
            if (Thread.interrupted()) {
                return;
            }
            page.forEach(key -> begin(client, key));
        }
    }

    /// Checks these keys before their time; those that are being checked just now are left alone.
    void checkNow(List<KeyId> ids) {
        scheduler.ifAvailable(client -> ids.forEach(id -> {
            try {
                client.schedule(task.instance(id.toString()), clock.instant(), ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
            } catch (TaskInstanceException e) {
                LOG.debug("Key {} is being checked already", id, e);
            }
        }));
    }

    private void begin(SchedulerClient client, KeyId id) {
        keys.find(id)
                .ifPresent(key -> client.scheduleIfNotExists(
                        task.instance(id.toString()), rhythm.first(key.exchange(), key.environment())));
    }

    private CompletionHandler<Void> watch(String id) {
        var key = KeyId.of(id).flatMap(keys::find).orElse(null);
        return key == null ? new OnCompleteRemove<>() : watch(key);
    }

    private CompletionHandler<Void> watch(Watched key) {
        var breaker = breakers.of(key.exchange(), key.environment());
        if (!breaker.tryAcquirePermission()) {
            return at(rhythm.soon(key.exchange(), key.environment()));
        }
        CheckOutcome outcome = new CheckOutcome.NotCheckable();
        try {
            outcome = keys.check(key);
        } finally {
            tell(breaker, outcome);
        }
        if (Thread.interrupted()) {
            // Stopped in the middle: what was found is kept, and the rest is for another node. The plan is written
            // next, and whoever is interrupted cannot write.
            return at(rhythm.soon(key.exchange(), key.environment()));
        }
        return switch (outcome) {
            case CheckOutcome.Checked(var checked) -> at(rhythm.next(checked));
            case CheckOutcome.NothingLearnt _, CheckOutcome.TooManyTries _ ->
                at(rhythm.soon(key.exchange(), key.environment()));
            case CheckOutcome.NotCheckable _, CheckOutcome.AlreadyConnected _ ->
                at(rhythm.first(key.exchange(), key.environment()));
        };
    }

    private static void tell(CircuitBreaker breaker, CheckOutcome outcome) {
        if (!(outcome instanceof CheckOutcome.Checked(var checked)) || checked.noVerdict() == Outcome.NO_TURN) {
            breaker.releasePermission();
        } else if (checked.noVerdict() == null) {
            breaker.onSuccess(0, TimeUnit.NANOSECONDS);
        } else {
            breaker.onError(0, TimeUnit.NANOSECONDS, new Silence());
        }
    }

    private static CompletionHandler<Void> at(Instant next) {
        return (complete, operations) -> operations.reschedule(complete, next);
    }

    /// What a breaker wants to be told by; never thrown.
    private static final class Silence extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Silence() {
            super("no verdict", null, false, false);
        }
    }
}
