package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// The history of every key's checks.
final class JdbiKeyChecks {

    private static final String COLUMNS = """
            select key_check.at, key_check.verdict, key_check.no_verdict, key_check.harmlessness, key_check.report
            from key_check
            """;

    static final RowMapper<KeyCheck> CHECKS = (row, context) -> new KeyCheck(
            context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "at", context),
            named(Verdict.Kind.class, row.getString("verdict")),
            named(Outcome.class, row.getString("no_verdict")),
            Harmlessness.valueOf(row.getString("harmlessness")),
            KeyReport.read(row.getString("report")));

    private final Jdbi jdbi;

    JdbiKeyChecks(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @param failure how the key fell with it, `null` where it did not
    void add(KeyId key, Verification verification, KeyReport report, @Nullable NewFailure failure) {
        var verdict = verification.verdict();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into key_check (
                            id, key_id, at, verdict, no_verdict, harmlessness, address, report, failed_as, failed_by,
                            took)
                        values (
                            :id, :key, :at, :verdict, :noVerdict, :harmlessness, :address, :report, :failedAs,
                            :failedBy, :took)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("key", key)
                .bind("at", verification.at())
                .bind("verdict", verdict == null ? null : verdict.kind().name())
                .bind(
                        "noVerdict",
                        verification.noVerdict() == null
                                ? null
                                : verification.noVerdict().name())
                .bind("harmlessness", verification.harmlessness().name())
                .bind("address", verification.address())
                .bind("report", report.json())
                .bind("failedAs", failure == null ? null : failure.headline().name())
                .bind("failedBy", failure == null ? null : nameOf(failure.cause()))
                .bind(
                        "took",
                        verification.firstAnswerTook().map(Duration::toMillis).orElse(null))
                .execute());
    }

    private static @Nullable String nameOf(@Nullable LikelyCause cause) {
        return cause == null ? null : cause.name();
    }

    /// Newest first; nothing where the key is not `owner`'s.
    List<KeyCheck> of(UserId owner, KeyId key, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        join exchange_key on exchange_key.id = key_check.key_id
                        where exchange_key.id = :key and exchange_key.owner = :owner
                        order by key_check.at desc, key_check.id
                        limit :limit
                        """)
                .bind("owner", owner)
                .bind("key", key)
                .bind("limit", limit)
                .map(CHECKS)
                .list());
    }

    /// Whoever's the key is, newest first.
    List<KeyCheck> of(KeyId key, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(COLUMNS + """
                        where key_id = :key
                        order by key_check.at desc, key_check.id
                        limit :limit
                        """)
                .bind("key", key)
                .bind("limit", limit)
                .map(CHECKS)
                .list());
    }

    /// How the other keys of all customers fared since `since`: two numbers, and nothing that names a key.
    /// Customers are counted, not keys, for one person's account may lose all its keys at once. A key in doubt was
    /// refused, too.
    Clues.Others others(KeyId except, ExchangeId exchange, Environment environment, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select
                            count(distinct case when doubted_at is not null
                                or verdict = 'CREDENTIALS_REJECTED' and accepted_at is not null and verdict_at > :since
                                then owner end) as lost,
                            count(distinct case when verdict in ('ACCEPTED', 'MISSING_PERMISSION')
                                and doubted_at is null and verdict_at > :since
                                then owner end) as accepted
                        from exchange_key
                        where exchange = :exchange and environment = :environment
                        and checked_at > :since
                        and life in ('ACTIVE', 'DRAFT')
                        and id <> :except
                        """)
                .bind("exchange", exchange.value())
                .bind("environment", environment.name())
                .bind("since", since)
                .bind("except", except)
                .map((row, context) -> new Clues.Others(row.getInt("lost"), row.getInt("accepted")))
                .one());
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
