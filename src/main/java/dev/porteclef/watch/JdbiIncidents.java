package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

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
    /// @param answered keys about which something was said
    /// @param accepted of these, accepted
    /// @param lost accepted before, refused now
    /// @param losers the owners of those
    record Fare(int silent, int answered, int accepted, int lost, int losers) {

        int heard() {
            return silent + answered;
        }
    }

    /// Of up to `keys` keys that were checked after `since`: few enough that an exchange which fell silent is not
    /// outvoted by what it said before, however many keys there are.
    Fare fare(ExchangeId exchange, Environment environment, Instant since, int keys) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        with recent as (
                            select key_check.key_id, key_check.at, key_check.verdict, key_check.no_verdict,
                                exchange_key.owner, exchange_key.accepted_at
                            from key_check
                            join exchange_key on exchange_key.id = key_check.key_id
                            where key_check.at > :since
                            and exchange_key.exchange = :exchange and exchange_key.environment = :environment
                            and exchange_key.life in ('ACTIVE', 'DRAFT')
                            and (key_check.no_verdict is null or key_check.no_verdict not in ('NO_TURN', 'OUR_FAULT'))
                            order by key_check.at desc
                            limit :checks),
                        placed as (
                            select recent.*, row_number() over (partition by key_id order by at desc) as place
                            from recent),
                        heard as (select * from placed where place = 1 order by at desc limit :keys)
                        select
                            count(no_verdict) as silent,
                            count(verdict) as answered,
                            count(case when verdict in ('ACCEPTED', 'MISSING_PERMISSION') then 1 end) as accepted,
                            count(case when verdict in ('CREDENTIALS_REJECTED', 'IP_NOT_ALLOWED')
                                and accepted_at is not null then 1 end) as lost,
                            count(distinct case when verdict in ('CREDENTIALS_REJECTED', 'IP_NOT_ALLOWED')
                                and accepted_at is not null then owner end) as losers
                        from heard
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .bind("since", since)
                .bind("keys", keys)
                .bind("checks", CHECKS_PER_KEY * keys)
                .map((row, context) -> new Fare(
                        row.getInt("silent"),
                        row.getInt("answered"),
                        row.getInt("accepted"),
                        row.getInt("lost"),
                        row.getInt("losers")))
                .one());
    }

    /// The last checks of all.
    record LastOnes(int answered, int accepted) {}

    LastOnes lastOnes(ExchangeId exchange, Environment environment, int number) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select
                            count(verdict) as answered,
                            count(case when verdict in ('ACCEPTED', 'MISSING_PERMISSION') then 1 end) as accepted
                        from (
                            select key_check.verdict
                            from key_check
                            join exchange_key on exchange_key.id = key_check.key_id
                            where exchange_key.exchange = :exchange and exchange_key.environment = :environment
                            and exchange_key.life in ('ACTIVE', 'DRAFT')
                            order by key_check.at desc
                            limit :number) last_ones
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .bind("number", number)
                .map((row, context) -> new LastOnes(row.getInt("answered"), row.getInt("accepted")))
                .one());
    }

    List<Incident> all() {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select exchange, environment, kind, since
                        from watch_incident
                        order by since, exchange, kind
                        """)
                .map((row, context) -> new Incident(
                        new ExchangeId(row.getString("exchange")),
                        Environment.valueOf(row.getString("environment")),
                        Incident.Kind.valueOf(row.getString("kind")),
                        context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "since", context)))
                .list());
    }

    /// @return whether it was not known yet
    boolean begin(Incident incident) {
        return Announcements.changing(
                        jdbi,
                        Topic.INCIDENTS,
                        handle -> handle.createUpdate("""
                        insert into watch_incident (exchange, environment, kind, since)
                        values (:exchange, :environment, :kind, :since)
                        on conflict do nothing
                        """)
                                .bind("exchange", incident.exchange().value())
                                .bind("environment", incident.environment().name())
                                .bind("kind", incident.kind().name())
                                .bind("since", incident.since())
                                .execute())
                == 1;
    }

    /// @return whether there was one
    boolean end(ExchangeId exchange, Environment environment, Incident.Kind kind) {
        return Announcements.changing(
                        jdbi,
                        Topic.INCIDENTS,
                        handle -> handle.createUpdate("""
                        delete from watch_incident
                        where exchange = :exchange and environment = :environment and kind = :kind
                        """)
                                .bind("exchange", exchange.value())
                                .bind("environment", environment.name())
                                .bind("kind", kind.name())
                                .execute())
                == 1;
    }
}
