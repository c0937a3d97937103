package dev.porteclef.console;

import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// Runs in the database; what they take is in [JdbiRunKeys]. Open pages are told how far they have come.
final class JdbiRuns {

    /// Whoever holds a run and is not heard of for so long is gone.
    private static final Duration HELD = Duration.ofSeconds(60);

    private static final TypeReference<Map<String, String>> QUERY = new TypeReference<>() {};

    private final Jdbi jdbi;

    JdbiRuns(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// Whom `wanted` reaches.
    static List<Reach.Part> reach(Handle handle, Conditions wanted) {
        return wanted.bind(handle.createQuery("select headline, cause, language, count(*) as keys,"
                        + " count(distinct owner) as customers, min(cast(wanted.id as varchar)) as example\nfrom (select"
                        + " id, owner, headline, cause from exchange_key"
                        + wanted.where() + ") wanted\njoin account on account.id = owner\ngroup by headline, cause,"
                        + " language\norder by keys desc, headline, cause, language"))
                .map((row, context) -> {
                    var headline = row.getString("headline");
                    return new Reach.Part(
                            headline == null ? null : Headline.valueOf(headline),
                            JdbiKeyLines.cause(row.getString("cause")),
                            Language.of(row.getString("language")).orElseThrow(),
                            row.getInt("keys"),
                            row.getInt("customers"),
                            new KeyId(UUID.fromString(row.getString("example"))));
                })
                .list();
    }

    /// Begins a run with the keys that `wanted` has now.
    ///
    /// @return how many those are
    static int begin(Handle handle, Run run, Conditions wanted) {
        handle.createUpdate("""
                        insert into console_run (id, agent, work, query, state, keys, begun_at, held_until)
                        values (:id, :agent, :work, :query, 'RUNNING', 0, :at, :at)
                        """)
                .bind("id", run.id().value())
                .bind("agent", run.agent())
                .bind("work", run.work().json())
                .bind("query", JsonMapper.shared().writeValueAsString(run.query()))
                .bind("at", run.begunAt())
                .execute();
        var keys = wanted.bind(handle.createUpdate("insert into console_run_key (run_id, key_id)\nselect cast(:run as"
                        + " uuid), id\nfrom exchange_key" + wanted.where()))
                .bind("run", run.id().value())
                .execute();
        handle.createUpdate("update console_run set keys = :keys where id = :id")
                .bind("keys", keys)
                .bind("id", run.id().value())
                .execute();
        Announcements.announce(handle, Topic.RUNS);
        return keys;
    }

    Optional<Run> find(RunId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select console_run.id, agent, email, work, query, state, keys, begun_at, ended_at
                        from console_run
                        left join account on account.id = agent
                        where console_run.id = :id
                        """)
                .bind("id", id.value())
                .map((row, context) -> run(handle, row, context))
                .findOne());
    }

    /// The latest, newest first.
    List<Run> latest(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select console_run.id, agent, email, work, query, state, keys, begun_at, ended_at
                        from console_run
                        left join account on account.id = agent
                        order by begun_at desc, console_run.id
                        limit :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> run(handle, row, context))
                .list());
    }

    private static Run run(Handle handle, ResultSet row, StatementContext context) throws SQLException {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        var id = new RunId(row.getObject("id", UUID.class));
        var email = row.getString("email");
        return new Run(
                id,
                new UserId(row.getObject("agent", UUID.class)),
                email == null ? "" : email,
                Work.read(row.getString("work")),
                JsonMapper.shared().readValue(row.getString("query"), QUERY),
                Run.State.valueOf(row.getString("state")),
                row.getInt("keys"),
                outcomes(handle, id),
                instants.map(row, "begun_at", context),
                instants.map(row, "ended_at", context));
    }

    private static Map<Run.Outcome, Integer> outcomes(Handle handle, RunId id) {
        return handle.createQuery("""
                        select outcome, count(*) as keys
                        from console_run_key
                        where run_id = :id and done_at is not null
                        group by outcome
                        """)
                .bind("id", id.value())
                .reduceRows(new EnumMap<>(Run.Outcome.class), (all, row) -> {
                    all.put(
                            Run.Outcome.valueOf(row.getColumn("outcome", String.class)),
                            row.getColumn("keys", Integer.class));
                    return all;
                });
    }

    /// How the keys of a run stand now.
    Map<Headline, Integer> headlines(RunId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select headline, count(*) as keys
                        from console_run_key
                        join exchange_key on exchange_key.id = key_id
                        where run_id = :id and headline is not null
                        group by headline
                        """)
                .bind("id", id.value())
                .reduceRows(new EnumMap<>(Headline.class), (all, row) -> {
                    all.put(
                            Headline.valueOf(row.getColumn("headline", String.class)),
                            row.getColumn("keys", Integer.class));
                    return all;
                }));
    }

    /// @return whether it was in the state `from`
    boolean move(RunId id, Run.State from, Run.State to, @Nullable Instant endedAt) {
        return Announcements.changing(
                        jdbi,
                        Topic.RUNS,
                        handle -> handle.createUpdate("""
                                update console_run
                                set state = :to, ended_at = :ended
                                where id = :id and state = :from
                                """)
                                .bind("id", id.value())
                                .bind("from", from.name())
                                .bind("to", to.name())
                                .bindByType("ended", endedAt, Instant.class)
                                .execute())
                == 1;
    }

    /// What is under way and held by nobody, the oldest first.
    List<RunId> free(Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id
                        from console_run
                        where state = 'RUNNING' and held_until <= :now
                        order by begun_at, id
                        """)
                .bind("now", now)
                .map((row, context) -> new RunId(row.getObject("id", UUID.class)))
                .list());
    }

    /// @return until when the caller holds it; nothing where somebody else does
    Optional<Instant> hold(RunId id, Instant now) {
        var until = now.plus(HELD);
        var held = jdbi.withHandle(handle -> handle.createUpdate("""
                        update console_run
                        set held_until = :later
                        where id = :id and state = 'RUNNING' and held_until <= :now
                        """)
                .bind("id", id.value())
                .bind("now", now)
                .bind("later", until)
                .execute());
        return held == 1 ? Optional.of(until) : Optional.empty();
    }

    /// @param until as [#hold] said; whoever holds it by now keeps it
    void letGo(RunId id, Instant until, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update console_run set held_until = :now where id = :id and held_until = :until")
                .bind("id", id.value())
                .bind("until", until)
                .bind("now", now)
                .execute());
    }

    /// Has a run that was stopped go on in the name of `agent`.
    ///
    /// @return whether it was stopped
    boolean resume(RunId id, UserId agent) {
        return Announcements.changing(
                        jdbi,
                        Topic.RUNS,
                        handle -> handle.createUpdate("""
                                update console_run
                                set state = 'RUNNING', ended_at = null, agent = :agent
                                where id = :id and state = 'CANCELLED'
                                """)
                                .bind("id", id.value())
                                .bind("agent", agent)
                                .execute())
                == 1;
    }
}
