package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// A key as a row of its table, to and fro.
final class KeyRow {

    /// What [#MAPPER] reads.
    static final String COLUMNS = """
            id, version, owner, exchange, environment, label, strategy, program, tail, secret_version,
            exists (select 1 from key_secret where key_id = exchange_key.id) as sealed,
            exists (
                select 1 from exchange_key successor
                where successor.replaces = exchange_key.id and successor.owner = exchange_key.owner
                and successor.life <> 'DRAFT') as replaced,
            life, pause_reason, life_since, replaces, destroy_by,
            verdict, verdict_code, verdict_at, harmlessness, no_verdict, no_verdict_since, checked_at,
            accepted_at, accepted_from, refused_since, doubted_at, swap_refused, report, created_at
            """;

    static final RowMapper<ExchangeKey> MAPPER = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        var replaces = row.getObject("replaces", UUID.class);
        return new ExchangeKey(
                new KeyId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new UserId(row.getObject("owner", UUID.class)),
                new ExchangeId(row.getString("exchange")),
                Environment.valueOf(row.getString("environment")),
                row.getString("label"),
                Strategy.parse(row.getString("strategy")),
                row.getString("program"),
                row.getString("tail"),
                row.getInt("secret_version"),
                row.getBoolean("sealed"),
                row.getBoolean("replaced"),
                new Standing(
                        Life.valueOf(row.getString("life")),
                        named(PauseReason.class, row.getString("pause_reason")),
                        instants.map(row, "life_since", context),
                        replaces == null ? null : new KeyId(replaces),
                        instants.map(row, "destroy_by", context)),
                new Findings(
                        named(Verdict.Kind.class, row.getString("verdict")),
                        row.getString("verdict_code"),
                        instants.map(row, "verdict_at", context),
                        Harmlessness.valueOf(row.getString("harmlessness")),
                        named(Outcome.class, row.getString("no_verdict")),
                        instants.map(row, "no_verdict_since", context),
                        instants.map(row, "checked_at", context),
                        instants.map(row, "accepted_at", context),
                        row.getString("accepted_from"),
                        instants.map(row, "refused_since", context),
                        instants.map(row, "doubted_at", context),
                        row.getBoolean("swap_refused"),
                        KeyReport.read(row.getString("report"))),
                instants.map(row, "created_at", context));
    };

    private KeyRow() {}

    /// Binds what can change about a key, and what it amounts to ([Headline], [LikelyCause]).
    static Update bind(Update update, ExchangeKey key) {
        var standing = key.standing();
        var findings = key.findings();
        return update.bind("id", key.id())
                .bind("version", key.version())
                .bind("environment", key.environment().name())
                .bind("label", key.label())
                .bind("strategy", key.strategy().toString())
                .bind("program", key.program())
                .bind("tail", key.tail())
                .bind("secretVersion", key.secretVersion())
                .bind("headline", key.headline().name())
                .bind("cause", LikelyCause.of(key).map(LikelyCause::name).orElse(null))
                .bind("life", standing.life().name())
                .bind("pauseReason", nameOf(standing.pauseReason()))
                .bind("lifeSince", standing.since())
                .bindByType("replaces", standing.replaces(), KeyId.class)
                .bindByType("destroyBy", standing.destroyBy(), Instant.class)
                .bind("verdict", nameOf(findings.verdict()))
                .bind("verdictCode", findings.verdictCode())
                .bindByType("verdictAt", findings.verdictAt(), Instant.class)
                .bind("harmlessness", findings.harmlessness().name())
                .bind("noVerdict", nameOf(findings.noVerdict()))
                .bindByType("noVerdictSince", findings.noVerdictSince(), Instant.class)
                .bind("checkedAt", findings.checkedAt())
                .bindByType("acceptedAt", findings.acceptedAt(), Instant.class)
                .bind("acceptedFrom", findings.acceptedFrom())
                .bindByType("refusedSince", findings.refusedSince(), Instant.class)
                .bindByType("doubtedAt", findings.doubtedAt(), Instant.class)
                .bind("swapRefused", findings.swapRefused())
                .bind("report", findings.report().json())
                .bind("createdAt", key.createdAt());
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
