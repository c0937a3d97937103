package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/// Incidents, of which open pages are told, and how the latest checks of an exchange fared: numbers, and nothing that
/// names a key.
final class JdbiIncidents {

    /// One key that is checked again and again leaves room for others.
    private static final int CHECKS_PER_KEY = 8;

    private final Jdbi jdbi;

    JdbiIncidents(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// How the keys fared that were heard of last, by the latest check of each.
    ///
    /// @param silent keys about which nothing was said
    /// @param silentOwners the owners of those
    /// @param answered keys about which something was said
    /// @param accepted of these, accepted
    /// @param lost refused since a short while, accepted before
    /// @param losers the owners of those
    record Fare(int silent, int silentOwners, int answered, int accepted, int lost, int losers) {

        int heard() {
            return silent + answered;
        }
    }

    /// Of up to `keys` keys that were checked after `since`: few enough that an exchange which fell silent is
    /// not outvoted by what it said before, however many keys there are.
    ///
    /// A key counts as lost while it is in doubt, or when it has turned red since then: one that has been red
    /// for longer is its owner's affair. A call that was refused for its rate tells nothing about the exchange.
    ///
    /// @param address only what was asked from there; `null`: from anywhere
    Fare fare(ExchangeId exchange, Environment environment, @Nullable String address, Instant since, int keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with recent as (
                            select key_check.key_id, key_check.at, key_check.verdict, key_check.no_verdict,
                                exchange_key.owner, exchange_key.accepted_at, exchange_key.doubted_at,
                                exchange_key.refused_since
                            from key_check
                            join exchange_key on exchange_key.id = key_check.key_id
                            where key_check.at > :since
                            and exchange_key.exchange = :exchange and exchange_key.environment = :environment
                            and exchange_key.life in ('ACTIVE', 'DRAFT')
                            and (cast(:address as varchar) is null or key_check.address = :address)
                            and (key_check.no_verdict is null
                                or key_check.no_verdict not in ('NO_TURN', 'OUR_FAULT', 'RATE_LIMITED'))
                            order by key_check.at desc
                            limit :checks),
                        placed as (
                            select recent.*, row_number() over (partition by key_id order by at desc) as place
                            from recent),
                        heard as (
                            select placed.*,
                                case when verdict in ('CREDENTIALS_REJECTED', 'IP_NOT_ALLOWED')
                                    and accepted_at is not null
                                    and (doubted_at is not null or refused_since > :since) then owner end as loser
                            from placed where place = 1 order by at desc limit :keys)
                        select
                            count(no_verdict) as silent,
                            count(distinct case when no_verdict is not null then owner end) as silent_owners,
                            count(verdict) as answered,
                            count(case when verdict in ('ACCEPTED', 'MISSING_PERMISSION') then 1 end) as accepted,
                            count(loser) as lost,
                            count(distinct loser) as losers
                        from heard
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .bind("address", address)
                .bind("since", since)
                .bind("keys", keys)
                .bind("checks", CHECKS_PER_KEY * keys)
                .map((row, context) -> new Fare(
                        row.getInt("silent"),
                        row.getInt("silent_owners"),
                        row.getInt("answered"),
                        row.getInt("accepted"),
                        row.getInt("lost"),
                        row.getInt("losers")))
                .one());
    }

    /// The last checks of all.
    record LastOnes(int answered, int accepted) {}

    /// @param address only what was asked from there; `null`: from anywhere
    LastOnes lastOnes(
            ExchangeId exchange, Environment environment, @Nullable String address, Instant since, int number) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select
                            count(verdict) as answered,
                            count(case when verdict in ('ACCEPTED', 'MISSING_PERMISSION') then 1 end) as accepted
                        from (
                            select key_check.verdict
                            from key_check
                            join exchange_key on exchange_key.id = key_check.key_id
                            where key_check.at > :since
                            and exchange_key.exchange = :exchange and exchange_key.environment = :environment
                            and exchange_key.life in ('ACTIVE', 'DRAFT')
                            and (cast(:address as varchar) is null or key_check.address = :address)
                            order by key_check.at desc
                            limit :number) last_ones
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .bind("address", address)
                .bind("since", since)
                .bind("number", number)
                .map((row, context) -> new LastOnes(row.getInt("answered"), row.getInt("accepted")))
                .one());
    }

    /// From which of our addresses the last `checks` checks were made.
    Set<String> addresses(ExchangeId exchange, Environment environment, Instant since, int checks) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct address
                        from (
                            select key_check.address
                            from key_check
                            join exchange_key on exchange_key.id = key_check.key_id
                            where key_check.at > :since
                            and exchange_key.exchange = :exchange and exchange_key.environment = :environment
                            order by key_check.at desc
                            limit :checks) last_ones
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .bind("since", since)
                .bind("checks", checks)
                .mapTo(String.class)
                .set());
    }

    /// How many customers have a key there that is looked after; not more than `most`.
    int owners(ExchangeId exchange, Environment environment, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select count(*)
                        from (
                            select distinct owner
                            from exchange_key
                            where exchange = :exchange and environment = :environment and life = 'ACTIVE'
                            limit :most) few
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .bind("most", most)
                .mapTo(Integer.class)
                .one());
    }

    /// What lasts, the oldest first; whatever addresses it is about.
    List<Incident> current() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        select exchange, environment, kind, min(since) as since
                        from watch_incident
                        where ended_at is null
                        group by exchange, environment, kind
                        order by since, exchange, kind
                        """).map(JdbiIncidents::incident).list());
    }

    /// An incident as it is remembered.
    ///
    /// @param address our address that it is about; empty where that has no name, or it is about the exchange
    /// @param endedAt `null` while it lasts
    record Known(
            Incident incident, String address, @Nullable Instant endedAt) {}

    /// Those that last, and those that have ended and are not forgotten yet.
    List<Known> known(ExchangeId exchange, Environment environment) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exchange, environment, kind, address, since, ended_at
                        from watch_incident
                        where exchange = :exchange and environment = :environment
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .map((row, context) -> new Known(
                        incident(row, context),
                        row.getString("address"),
                        context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "ended_at", context)))
                .list());
    }

    private static Incident incident(ResultSet row, StatementContext context) throws SQLException {
        return new Incident(
                new ExchangeId(row.getString("exchange")),
                Environment.valueOf(row.getString("environment")),
                Incident.Kind.valueOf(row.getString("kind")),
                context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "since", context));
    }

    /// Begins an incident that is not known, or has ended.
    ///
    /// @return whether it had not begun yet
    boolean begin(Incident incident, String address) {
        return changing("""
                update watch_incident
                set since = :at, ended_at = null
                where exchange = :exchange and environment = :environment and kind = :kind and address = :address
                and ended_at is not null
                """, incident, address, incident.since()) || changing("""
                insert into watch_incident (exchange, environment, kind, address, since)
                values (:exchange, :environment, :kind, :address, :at)
                on conflict do nothing
                """, incident, address, incident.since());
    }

    /// @return whether it lasted until now
    boolean end(Known known, Instant now) {
        return changing("""
                update watch_incident
                set ended_at = :at
                where exchange = :exchange and environment = :environment and kind = :kind and address = :address
                and ended_at is null
                """, known.incident(), known.address(), now);
    }

    /// As if it had never been, if it has ended before `before`.
    void forget(Known known, Instant before) {
        var _ = changing("""
                delete from watch_incident
                where exchange = :exchange and environment = :environment and kind = :kind and address = :address
                and ended_at < :at
                """, known.incident(), known.address(), before);
    }

    private boolean changing(String statement, Incident incident, String address, Instant at) {
        return Announcements.changing(
                        jdbi,
                        Topic.INCIDENTS,
                        handle -> handle.createUpdate(statement)
                                .bind("exchange", incident.exchange().value())
                                .bind("environment", incident.environment().name())
                                .bind("kind", incident.kind().name())
                                .bind("address", address)
                                .bind("at", at)
                                .execute())
                == 1;
    }
}
