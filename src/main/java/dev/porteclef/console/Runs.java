package dev.porteclef.console;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.key.CredentialGuard;
import dev.porteclef.key.Headline;
import dev.porteclef.key.RotationRule;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Deed;
import dev.porteclef.policy.StaffDeed;
import dev.porteclef.support.Answer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/// What agents do for all keys of a list at once, whichever of them a page shows. It goes on beside all pages, survives
/// a restart, and can be stopped and taken up again. That it was begun, by whom and for which keys is on the record.
@Service
@PreAuthorize("hasAnyRole('" + Role.Names.SUPPORT + "', '" + Role.Names.ADMIN + "')")
@Transactional
public class Runs {

    /// To more keys than this no run writes: whoever means more has another tool in hand.
    public static final int MOST_ANSWERED = 10_000;

    /// More than this none has checked again: the exchanges' limits would make it go on for days.
    public static final int MOST_CHECKED = 1_000_000;

    /// Whoever was answered within that time is spared, where that is wished.
    public static final Duration LATELY = Duration.ofHours(24);

    /// The longest text of the agent's own, in characters.
    public static final int LONGEST_TEXT = 1_000;

    private static final int LATEST = 50;

    private final Jdbi jdbi;
    private final JdbiRuns runs;
    private final RotationRule rotation;
    private final CredentialGuard guard;
    private final AuditLog audit;
    private final CurrentUser currentUser;
    private final Clock clock;

    Runs(
            Jdbi jdbi,
            RotationRule rotation,
            CredentialGuard guard,
            AuditLog audit,
            CurrentUser currentUser,
            Clock clock) {
        this.jdbi = jdbi;
        this.runs = new JdbiRuns(jdbi);
        this.rotation = rotation;
        this.guard = guard;
        this.audit = audit;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /// Whom `work` would reach now.
    @Deed(StaffDeed.ACT_ON_LIST)
    @Transactional(readOnly = true)
    public Reach reach(KeyQuery query, Work work) {
        var at = now();
        return jdbi.withHandle(handle -> {
            var wanted = wanted(handle, query, work);
            // Nobody sorts a million keys to say that they are too many.
            var keys = new JdbiKeyLines(handle).count(wanted, most(work) + 1);
            var parts = work instanceof Work.Reply && keys <= MOST_ANSWERED
                    ? JdbiRuns.reach(handle, wanted)
                    : List.<Reach.Part>of();
            return new Reach(keys, parts, keys > most(work), at);
        });
    }

    private static int most(Work work) {
        return switch (work) {
            case Work.Recheck() -> MOST_CHECKED;
            case Work.Reply _ -> MOST_ANSWERED;
        };
    }

    /// Has the exchanges asked again about all keys that `query` wants and that can be asked about.
    @Deed(StaffDeed.ACT_ON_LIST)
    public RunOutcome recheck(KeyQuery query) {
        return begin(query, new Work.Recheck(), null);
    }

    /// Answers the owners of all keys that `query` wants and that the preview has shown: whatever has come to stand so
    /// since is left out, and where there are more for another reason, nothing is begun.
    @Deed(StaffDeed.ANSWER_LIST)
    @PreAuthorize("hasRole('" + Role.Names.SUPPORT + "')")
    public RunOutcome reply(KeyQuery query, Work.Reply reply, Reach shown) {
        for (var text : reply.more().entrySet()) {
            if (text.getValue().length() > LONGEST_TEXT || guard.looksLikeCredential(text.getValue())) {
                return new RunOutcome.TextRefused(text.getKey());
            }
        }
        if (!reply.more().isEmpty()) {
            var reach = reach(query, reply);
            for (var language : Language.values()) {
                if (reach.reads(language) && !reply.more().containsKey(language)) {
                    return new RunOutcome.TextMissing(language);
                }
            }
        }
        return begin(query, reply, shown);
    }

    private RunOutcome begin(KeyQuery query, Work work, @Nullable Reach shown) {
        return jdbi.withHandle(handle -> {
            var wanted = wanted(handle, query, work);
            wanted.add("headline_since <= :shown", "shown", shown == null ? null : shown.at());
            var number = new JdbiKeyLines(handle).count(wanted, most(work) + 1);
            if (number == 0) {
                return new RunOutcome.Nothing();
            }
            if (number > most(work)) {
                return new RunOutcome.TooMany(most(work));
            }
            var said = QueryText.of(query);
            var run = new Run(
                    new RunId(UUID.randomUUID()),
                    currentUser.id(),
                    "",
                    work,
                    said,
                    Run.State.RUNNING,
                    number,
                    Map.of(),
                    now(),
                    null);
            var keys = JdbiRuns.begin(handle, run, wanted);
            if (shown != null && keys > shown.keys()) {
                TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
                return new RunOutcome.Grown(keys);
            }
            record(Act.RUN_BEGUN, run, Map.of("keys", Integer.toString(keys), "query", QueryText.told(query)));
            return new RunOutcome.Begun(run.id());
        });
    }

    /// What is left of `query` for that work. Nothing of one whose text is too short: whoever typed it did not mean all
    /// keys.
    private Conditions wanted(Handle handle, KeyQuery query, Work work) {
        var wanted = new JdbiKeyLines(handle).wanted(query, rotation, clock.instant());
        if (query.isTextTooShort()) {
            wanted.require("1 = 0");
        }
        switch (work) {
            case Work.Recheck() ->
                wanted.require("(life in ('ACTIVE', 'REPLACED') or pause_reason = 'LEAK')"
                        + " and exists (select 1 from key_secret where key_secret.key_id = exchange_key.id)");
            case Work.Reply reply -> {
                if (reply.kind() == Answer.Kind.ASKS_REPLACEMENT) {
                    wanted.require("life in ('ACTIVE', 'PAUSED', 'REVOKED')");
                }
                wanted.require(
                        "exists (select 1 from account where account.id = exchange_key.owner and account.enabled)");
                if (reply.sparing()) {
                    wanted.add(
                            "not exists (select 1 from support_answer where support_answer.key_id = exchange_key.id"
                                    + " and answered_at > :lately)",
                            "lately",
                            clock.instant().minus(LATELY));
                }
            }
        }
        return wanted;
    }

    /// One run, if there is such a one.
    @Deed(StaffDeed.ACT_ON_LIST)
    @Transactional(readOnly = true)
    public Optional<Run> find(RunId id) {
        return runs.find(id);
    }

    /// The latest, newest first, of all agents.
    @Deed(StaffDeed.ACT_ON_LIST)
    @Transactional(readOnly = true)
    public List<Run> latest() {
        return runs.latest(LATEST);
    }

    /// How the keys of a run stand now.
    @Deed(StaffDeed.ACT_ON_LIST)
    @Transactional(readOnly = true)
    public Map<Headline, Integer> headlines(RunId id) {
        return runs.headlines(id);
    }

    /// Stops a run; what is done stays done.
    ///
    /// @return whether it was under way
    @Deed(StaffDeed.ACT_ON_LIST)
    public boolean cancel(RunId id) {
        var stopped = runs.move(id, Run.State.RUNNING, Run.State.CANCELLED, now());
        if (stopped) {
            runs.find(id).ifPresent(run -> record(Act.RUN_CANCELLED, run, Map.of()));
        }
        return stopped;
    }

    /// Lets a run that was stopped go on with what is left. Nobody but support goes on with answers.
    ///
    /// @return whether it was stopped
    @Deed(StaffDeed.ACT_ON_LIST)
    public boolean resume(RunId id) {
        var run = runs.find(id).orElse(null);
        if (run == null || (run.work() instanceof Work.Reply && !mayAnswer())) {
            return false;
        }
        // From now on it is whose who lets it go on.
        var goesOn = runs.resume(id, currentUser.id());
        if (goesOn) {
            record(Act.RUN_BEGUN, run, Map.of("keys", Integer.toString(run.keys() - run.done())));
        }
        return goesOn;
    }

    private boolean mayAnswer() {
        return currentUser.has(Role.SUPPORT);
    }

    private void record(Act act, Run run, Map<String, String> facts) {
        var details = new TreeMap<>(facts);
        details.put("label", run.work().translationKey());
        audit.record(act, currentUser.id(), null, run.id().value(), details);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
