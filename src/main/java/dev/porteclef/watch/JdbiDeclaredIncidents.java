package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.security.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Tables `declared_incident` and `declared_incident_key`. Open pages are told of each change.
final class JdbiDeclaredIncidents {

    private static final String COLUMNS = """
            id, headline, cause, exchange, environment, since, declared_by, english, french, affected, peak, changed_at,
            ended_at, ending, ended_by
            """;

    /// Which keys stand like an incident or a trouble whose columns are bound.
    private static final String ALIKE = """
            headline = :headline
            and (cause = :cause or (cause is null and cast(:cause as varchar) is null))
            and exchange = :exchange and environment = :environment
            """;

    private static final List<String> AMISS = Arrays.stream(Headline.values())
            .filter(headline -> headline.tone() == Headline.Tone.RED || headline.tone() == Headline.Tone.AMBER)
            .map(Headline::name)
            .toList();

    private static final RowMapper<DeclaredIncident> INCIDENTS = (row, context) -> {
        var endedAt = instant(row, "ended_at", context);
        var endedBy = row.getObject("ended_by", UUID.class);
        return new DeclaredIncident(
                row.getObject("id", UUID.class),
                trouble(row),
                since(row, context),
                new UserId(row.getObject("declared_by", UUID.class)),
                texts(row),
                row.getInt("affected"),
                row.getInt("peak"),
                context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "changed_at", context),
                endedAt == null
                        ? null
                        : new DeclaredIncident.End(
                                endedAt,
                                DeclaredIncident.Ending.valueOf(row.getString("ending")),
                                endedBy == null ? null : new UserId(endedBy)));
    };

    private final Jdbi jdbi;

    JdbiDeclaredIncidents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @return whether none of the same was open
    boolean insert(DeclaredIncident incident) {
        return changing(
                """
                        insert into declared_incident (
                            id, headline, cause, exchange, environment, open_as, since, declared_by, english, french,
                            affected, peak, changed_at)
                        values (
                            :id, :headline, :cause, :exchange, :environment, :openAs, :since, :declaredBy, :english,
                            :french, :affected, :peak, :changedAt)
                        on conflict do nothing
                        """,
                statement -> bind(statement, incident.trouble())
                        .bind("id", incident.id())
                        .bind("openAs", incident.trouble().sign())
                        .bind("since", incident.since())
                        .bind("declaredBy", incident.declaredBy())
                        .bind("english", incident.texts().english())
                        .bind("french", incident.texts().french())
                        .bind("affected", incident.affected())
                        .bind("peak", incident.peak())
                        .bind("changedAt", incident.changedAt()));
    }

    /// Remembers which keys stand like it now.
    ///
    /// @return how many were not known to
    int remember(UUID incident, Trouble trouble) {
        return jdbi.withHandle(handle -> bind(handle.createUpdate("""
                                insert into declared_incident_key (incident_id, key_id)
                                select cast(:id as uuid), id
                                from exchange_key
                                where %s
                                and not exists (
                                    select 1
                                    from declared_incident_key known
                                    where known.key_id = exchange_key.id and known.incident_id = :id)
                                """.formatted(ALIKE)), trouble)
                .bind("id", incident)
                .execute());
    }

    /// How many of the keys that stood like it at some time are neither green nor out of use by now.
    int amiss(UUID incident) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*)
                        from declared_incident_key
                        join exchange_key on exchange_key.id = key_id
                        where incident_id = :id and headline in (<amiss>)
                        """)
                .bind("id", incident)
                .bindList("amiss", AMISS)
                .mapTo(Integer.class)
                .one());
    }

    Reach reach(Trouble trouble) {
        return jdbi.withHandle(handle -> bind(handle.createQuery("""
                        select count(*) as keys_alike, count(distinct owner) as owners
                        from exchange_key
                        where %s
                        """.formatted(ALIKE)), trouble)
                .map((row, context) -> new Reach(row.getInt("keys_alike"), row.getInt("owners")))
                .one());
    }

    /// Writes down how many keys stand like it now.
    void count(UUID incident, int affected, Instant now) {
        var _ = changing(
                """
                update declared_incident
                set affected = :affected, peak = greatest(peak, :affected), changed_at = :now
                where id = :id and open_as is not null
                """,
                statement -> statement
                        .bind("id", incident)
                        .bind("affected", affected)
                        .bind("now", now));
    }

    /// @return whether it lasted until now
    boolean end(UUID incident, DeclaredIncident.End end) {
        var ended = changing(
                """
                        update declared_incident
                        set open_as = null, ended_at = :at, ending = :ending, ended_by = :by
                        where id = :id and open_as is not null
                        """,
                statement -> statement
                        .bind("id", incident)
                        .bind("at", end.at())
                        .bind("ending", end.ending().name())
                        .bindByType("by", end.by(), UserId.class));
        if (ended) {
            // Mail about its keys waits no longer.
            jdbi.useHandle(handle -> handle.createUpdate("delete from declared_incident_key where incident_id = :id")
                    .bind("id", incident)
                    .execute());
        }
        return ended;
    }

    /// An open one for this transaction alone; nothing where it is over, or somebody else has it.
    Optional<DeclaredIncident> take(UUID incident) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select %s
                        from declared_incident
                        where id = :id and open_as is not null
                        for update skip locked
                        """.formatted(COLUMNS))
                .bind("id", incident)
                .map(INCIDENTS)
                .findOne());
    }

    /// Those that last, the oldest first.
    List<DeclaredIncident> open() {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select %s
                        from declared_incident
                        where open_as is not null
                        order by since, id
                        """.formatted(COLUMNS)).map(INCIDENTS).list());
    }

    /// Those that ended after `since`, the latest first.
    List<DeclaredIncident> endedSince(Instant since, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select %s
                        from declared_incident
                        where ended_at > :since
                        order by ended_at desc, id
                        limit :most
                        """.formatted(COLUMNS))
                .bind("since", since)
                .bind("most", most)
                .map(INCIDENTS)
                .list());
    }

    /// How the keys of `owner` stand.
    Set<Trouble> troublesOf(UserId owner) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct headline, cause, exchange, environment
                        from exchange_key
                        where owner = :owner and headline is not null
                        """)
                .bind("owner", owner)
                .map((row, context) -> trouble(row))
                .set());
    }

    /// Whether the key stands like an open one now, or did earlier while that was open.
    ///
    /// @param still only if it does now
    boolean concerns(KeyId key, boolean still) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*)
                        from declared_incident incident
                        join exchange_key on exchange_key.id = :key
                        where incident.open_as is not null
                        and ((exchange_key.headline = incident.headline
                                and exchange_key.cause is not distinct from incident.cause
                                and exchange_key.exchange = incident.exchange
                                and exchange_key.environment = incident.environment)
                            or (not :still and exists (
                                select 1
                                from declared_incident_key known
                                where known.key_id = exchange_key.id and known.incident_id = incident.id)))
                        """)
                        .bind("key", key)
                        .bind("still", still)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }

    private boolean changing(String statement, UnaryOperator<Update> bound) {
        return Announcements.changing(
                        jdbi,
                        Topic.INCIDENTS,
                        handle -> bound.apply(handle.createUpdate(statement)).execute())
                == 1;
    }

    private static <S extends SqlStatement<S>> S bind(S statement, Trouble trouble) {
        var cause = trouble.cause();
        return statement
                .bind("headline", trouble.headline().name())
                .bind("cause", cause == null ? null : cause.name())
                .bind("exchange", trouble.exchange().value())
                .bind("environment", trouble.environment().name());
    }

    private static Trouble trouble(ResultSet row) throws SQLException {
        var cause = row.getString("cause");
        return new Trouble(
                Headline.valueOf(row.getString("headline")),
                cause == null ? null : LikelyCause.of(cause).orElse(null),
                new ExchangeId(row.getString("exchange")),
                Environment.valueOf(row.getString("environment")));
    }

    private static IncidentTexts texts(ResultSet row) throws SQLException {
        return new IncidentTexts(row.getString("english"), row.getString("french"));
    }

    private static Instant since(ResultSet row, StatementContext context) throws SQLException {
        return context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "since", context);
    }

    private static @Nullable Instant instant(ResultSet row, String column, StatementContext context)
            throws SQLException {
        return context.findColumnMapperFor(Instant.class).orElseThrow().map(row, column, context);
    }
}
