package dev.porteclef.console;

import dev.porteclef.account.Addressees;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.RolesNow;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.support.AnswerDesk;
import dev.porteclef.support.AnswerDraft;
import dev.porteclef.support.AnswerOutcome;
import dev.porteclef.support.ReadyAnswers;
import dev.porteclef.watch.EarlyChecks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/// Carries on with runs, a piece at a time, on whichever node is free. What it does it does in the name of the agent
/// who
/// began, and only as long as that agent may.
@Component
class RunWorker {

    private static final Logger LOG = LoggerFactory.getLogger(RunWorker.class);

    /// So many keys wait for their check at once, so that others get their turn.
    private static final int OUT_AT_ONCE = 100;
    /// So many answers before somebody may stop it.
    private static final int ANSWERS_AT_ONCE = 20;
    private static final int TRIES = 3;
    /// A check that has not come for so long is given up: it is made some time, but nobody waits for it.
    private static final Duration SILENT = Duration.ofMinutes(15);

    private final JdbiRuns runs;
    private final JdbiRunKeys runKeys;
    private final EarlyChecks checks;
    private final CustomersKeys keys;
    private final AnswerDesk desk;
    private final ReadyAnswers ready;
    private final Addressees addressees;
    private final RolesNow roles;
    private final Clock clock;

    RunWorker(
            Jdbi jdbi,
            EarlyChecks checks,
            CustomersKeys keys,
            AnswerDesk desk,
            ReadyAnswers ready,
            Addressees addressees,
            RolesNow roles,
            Clock clock) {
        this.runs = new JdbiRuns(jdbi);
        this.runKeys = new JdbiRunKeys(jdbi);
        this.checks = checks;
        this.keys = keys;
        this.desk = desk;
        this.ready = ready;
        this.addressees = addressees;
        this.roles = roles;
        this.clock = clock;
    }

    /// One piece of everything that is under way.
    @Scheduled(initialDelayString = "${porteclef.runs.every:PT2S}", fixedDelayString = "${porteclef.runs.every:PT2S}")
    void work() {
        for (var id : runs.free(now())) {
            var until = runs.hold(id, now()).orElse(null);
            if (until == null) {
                continue;
            }
            try {
                runs.find(id).ifPresent(this::carryOn);
            } catch (RuntimeException e) {
                // By its class: messages name people. It is taken up again at the next round.
                LOG.warn("Run {} stumbled: {}", id, e.getClass().getName());
            } finally {
                runs.letGo(id, until, now());
            }
        }
    }

    private void carryOn(Run run) {
        var may = roles.of(run.agent());
        var needed = run.work() instanceof Work.Reply ? Set.of(Role.SUPPORT) : Set.of(Role.SUPPORT, Role.ADMIN);
        if (Collections.disjoint(may, needed)) {
            LOG.warn("Run {} stops: who began it may not any more", run.id());
            runs.move(run.id(), Run.State.RUNNING, Run.State.CANCELLED, now());
            return;
        }
        var left = switch (run.work()) {
            case Work.Recheck() -> recheck(run);
            case Work.Reply reply -> reply(run, reply, may);
        };
        if (!left && runs.move(run.id(), Run.State.RUNNING, Run.State.DONE, now())) {
            LOG.info("Run {} is done: {} keys", run.id(), run.keys());
        }
    }

    /// @return whether anything is left
    private boolean recheck(Run run) {
        var out = runKeys.endHeard(run.id(), now().minus(SILENT), now());
        var next = runKeys.next(run.id(), OUT_AT_ONCE - out);
        if (!next.isEmpty()) {
            // What is heard in the same moment counts; whoever is killed in between asks once more.
            var asked = now();
            checks.checkSoon(next);
            runKeys.ask(run.id(), next, asked);
        }
        return out > 0 || !next.isEmpty();
    }

    private boolean reply(Run run, Work.Reply reply, Set<Role> may) {
        // What has changed since the preview was not previewed.
        runKeys.passChanged(run.id(), now());
        var next = runKeys.next(run.id(), ANSWERS_AT_ONCE);
        var agent = new SignedInUser(run.agent(), run.by(), "", may, Language.ENGLISH, true);
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(agent, null, agent.getAuthorities()));
        var before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(context);
        try {
            next.forEach(key -> attempt(run, reply, key));
        } finally {
            SecurityContextHolder.setContext(before);
        }
        return !next.isEmpty();
    }

    /// What goes wrong with one key is tried again a few times, and must not keep the others waiting.
    private void attempt(Run run, Work.Reply reply, KeyId key) {
        try {
            runKeys.end(run.id(), key, answer(run, reply, key), now());
        } catch (RuntimeException e) {
            LOG.warn("Run {}, key {}: {}", run.id(), key, e.getClass().getName());
            runKeys.fail(run.id(), key, TRIES, now());
        }
    }

    private Run.Outcome answer(Run run, Work.Reply reply, KeyId id) {
        var key = keys.again(id).orElse(null);
        var addressee = key == null ? null : addressees.find(key.owner()).orElse(null);
        if (key == null || addressee == null) {
            return Run.Outcome.PASSED;
        }
        var language = addressee.language();
        var text = ready.text(reply.kind(), key, language, reply.more().getOrDefault(language, ""));
        var outcome = desk.answer(
                id, new AnswerDraft(reply.kind(), language, text), run.id().value());
        return switch (outcome) {
            // The second: a node was killed before it could write it down.
            case AnswerOutcome.Answered _, AnswerOutcome.AnsweredBefore() -> Run.Outcome.DONE;
            case AnswerOutcome.NoText(),
                    AnswerOutcome.HoldsSecret(),
                    AnswerOutcome.NoReason(),
                    AnswerOutcome.NoSuchKey(),
                    AnswerOutcome.NotPossible() -> Run.Outcome.PASSED;
        };
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
