package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/// Keys, their sealed secrets and their checks in the database. Every read names the owner, and open pages of the owner
/// are told of every change.
final class JdbiExchangeKeys {

    private static final String COLUMNS = """
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

    private static final RowMapper<ExchangeKey> KEYS = (row, context) -> {
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

    private final Jdbi jdbi;

    JdbiExchangeKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<ExchangeKey> of(UserId owner) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                        from exchange_key
                        where owner = :owner
                        order by created_at desc, id
                        """)
                .bind("owner", owner)
                .map(KEYS)
                .list());
    }

    Optional<ExchangeKey> find(UserId owner, KeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                        from exchange_key
                        where owner = :owner and id = :id
                        """)
                .bind("owner", owner)
                .bind("id", id)
                .map(KEYS)
                .findOne());
    }

    /// The same, locked until the transaction ends.
    Optional<ExchangeKey> lock(UserId owner, KeyId id) {
        jdbi.useHandle(handle -> handle.createQuery("""
                        select id
                        from exchange_key
                        where owner = :owner and id = :id
                        for update
                        """)
                .bind("owner", owner)
                .bind("id", id)
                .mapTo(KeyId.class)
                .findOne());
        // Read by a second statement: the first may have waited, and what it sees of other rows is older than that.
        return find(owner, id);
    }

    Optional<ExchangeKey> find(UserId owner, byte[] fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                        from exchange_key
                        where owner = :owner and fingerprint = :fingerprint
                        """)
                .bind("owner", owner)
                .bind("fingerprint", fingerprint)
                .map(KEYS)
                .findOne());
    }

    /// The key that has taken the place of `id`; where there is none, the latest that is meant to.
    Optional<ExchangeKey> successor(UserId owner, KeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                        from exchange_key
                        where owner = :owner and replaces = :id
                        order by case when life = 'DRAFT' then 1 else 0 end, created_at desc
                        limit 1
                        """)
                .bind("owner", owner)
                .bind("id", id)
                .map(KEYS)
                .findOne());
    }

    /// Adds a key; `fingerprint` is `null` for a refused one.
    ///
    /// @return false where the owner has this key already; nothing was added then
    boolean insert(ExchangeKey key, byte @Nullable [] fingerprint) {
        return Announcements.changing(
                        jdbi,
                        Topic.keysOf(key.owner()),
                        handle -> bindState(handle.createUpdate("""
                        insert into exchange_key (
                            id, version, owner, exchange, environment, label, strategy, program, fingerprint, tail,
                            secret_version, life, pause_reason, life_since, replaces, destroy_by, verdict,
                            verdict_code, verdict_at, harmlessness, no_verdict, no_verdict_since, checked_at,
                            accepted_at, accepted_from, refused_since, doubted_at, swap_refused, report, created_at)
                        values (
                            :id, :version, :owner, :exchange, :environment, :label, :strategy, :program, :fingerprint,
                            :tail, :secretVersion, :life, :pauseReason, :lifeSince, :replaces, :destroyBy, :verdict,
                            :verdictCode, :verdictAt, :harmlessness, :noVerdict, :noVerdictSince, :checkedAt,
                            :acceptedAt, :acceptedFrom, :refusedSince, :doubtedAt, :swapRefused, :report, :createdAt)
                        on conflict do nothing
                        """), key)
                                .bind("owner", key.owner())
                                .bind("exchange", key.exchange().value())
                                .bind("fingerprint", fingerprint)
                                .execute())
                == 1;
    }

    /// Writes what can change about a key, one version on. The row is locked by the caller.
    void update(ExchangeKey key) {
        var changed = Announcements.changing(
                jdbi,
                Topic.keysOf(key.owner()),
                handle -> bindState(handle.createUpdate("""
                        update exchange_key
                        set version = :version + 1, environment = :environment, label = :label, strategy = :strategy,
                            program = :program, tail = :tail, secret_version = :secretVersion, life = :life,
                            pause_reason = :pauseReason, life_since = :lifeSince, replaces = :replaces,
                            destroy_by = :destroyBy, verdict = :verdict, verdict_code = :verdictCode,
                            verdict_at = :verdictAt, harmlessness = :harmlessness, no_verdict = :noVerdict,
                            no_verdict_since = :noVerdictSince, checked_at = :checkedAt, accepted_at = :acceptedAt,
                            accepted_from = :acceptedFrom, refused_since = :refusedSince, doubted_at = :doubtedAt,
                            swap_refused = :swapRefused, report = :report, created_at = :createdAt
                        where id = :id and version = :version
                        """), key).execute());
        if (changed != 1) {
            throw new IllegalStateException("key " + key.id() + " changed although it was locked");
        }
    }

    /// Replaces the keyed hash by which a pasted key is recognised; `null` forgets it.
    void setFingerprint(KeyId id, byte @Nullable [] fingerprint) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update exchange_key
                        set fingerprint = :fingerprint
                        where id = :id
                        """)
                .bind("id", id)
                .bind("fingerprint", fingerprint)
                .execute());
    }

    byte[] fingerprint(KeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select fingerprint from exchange_key where id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .one());
    }

    /// Deletes the key with its secrets and checks.
    void delete(UserId owner, KeyId id) {
        Announcements.changing(
                jdbi,
                Topic.keysOf(owner),
                handle -> handle.createUpdate("delete from exchange_key where owner = :owner and id = :id")
                        .bind("owner", owner)
                        .bind("id", id)
                        .execute());
    }

    void putSecret(KeyId id, String field, byte[] ciphertext) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into key_secret (key_id, field, ciphertext)
                        values (:id, :field, :ciphertext)
                        """)
                .bind("id", id)
                .bind("field", field)
                .bind("ciphertext", ciphertext)
                .execute());
    }

    /// The ciphertexts of a key by field.
    Map<String, byte[]> secrets(KeyId id) {
        return jdbi.withHandle(handle -> {
            var secrets = new LinkedHashMap<String, byte[]>();
            handle.createQuery("select field, ciphertext from key_secret where key_id = :id")
                    .bind("id", id)
                    .map((row, context) -> Map.entry(row.getString("field"), row.getBytes("ciphertext")))
                    .forEach(entry -> secrets.put(entry.getKey(), entry.getValue()));
            return secrets;
        });
    }

    void destroySecrets(KeyId id) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from key_secret where key_id = :id")
                .bind("id", id)
                .execute());
    }

    private static Update bindState(Update update, ExchangeKey key) {
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
