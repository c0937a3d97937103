package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import dev.porteclef.verification.Verification;
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

/// Keys, their sealed secrets and their checks in the database. Every read names the owner.
final class JdbiExchangeKeys {

    private static final String COLUMNS = """
            id, version, owner, exchange, environment, label, strategy, program, life, tail, secret_version,
            verdict, verdict_code, verdict_at, harmlessness, no_verdict, no_verdict_since, checked_at, report, created_at
            """;

    private static final RowMapper<ExchangeKey> KEYS = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        return new ExchangeKey(
                new KeyId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new UserId(row.getObject("owner", UUID.class)),
                new ExchangeId(row.getString("exchange")),
                Environment.valueOf(row.getString("environment")),
                row.getString("label"),
                Strategy.parse(row.getString("strategy")),
                row.getString("program"),
                Life.valueOf(row.getString("life")),
                row.getString("tail"),
                row.getInt("secret_version"),
                named(Verdict.Kind.class, row.getString("verdict")),
                row.getString("verdict_code"),
                instants.map(row, "verdict_at", context),
                Harmlessness.valueOf(row.getString("harmlessness")),
                named(Outcome.class, row.getString("no_verdict")),
                instants.map(row, "no_verdict_since", context),
                instants.map(row, "checked_at", context),
                KeyReport.read(row.getString("report")),
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
        return jdbi.withHandle(handle -> handle.createQuery("select " + COLUMNS + """
                        from exchange_key
                        where owner = :owner and id = :id
                        for update
                        """)
                .bind("owner", owner)
                .bind("id", id)
                .map(KEYS)
                .findOne());
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

    /// Adds a key; `fingerprint` is `null` for a refused one.
    ///
    /// @return false where the owner has this key already; nothing was added then
    boolean insert(ExchangeKey key, byte @Nullable [] fingerprint) {
        return jdbi.withHandle(handle -> bindState(handle.createUpdate("""
                        insert into exchange_key (
                            id, version, owner, exchange, environment, label, strategy, program, life, fingerprint, tail,
                            secret_version, verdict, verdict_code, verdict_at, harmlessness, no_verdict,
                            no_verdict_since, checked_at, report, created_at)
                        values (
                            :id, :version, :owner, :exchange, :environment, :label, :strategy, :program, :life,
                            :fingerprint, :tail, :secretVersion, :verdict, :verdictCode, :verdictAt, :harmlessness,
                            :noVerdict, :noVerdictSince, :checkedAt, :report, :createdAt)
                        on conflict do nothing
                        """), key)
                        .bind("owner", key.owner())
                        .bind("exchange", key.exchange().value())
                        .bind("fingerprint", fingerprint)
                        .bind("createdAt", key.createdAt())
                        .execute())
                == 1;
    }

    /// Writes what can change about a key, one version on. The row is locked by the caller.
    void update(ExchangeKey key) {
        var changed = jdbi.withHandle(
                handle -> bindState(handle.createUpdate("""
                        update exchange_key
                        set version = :version + 1, environment = :environment, label = :label, strategy = :strategy,
                            program = :program, life = :life, tail = :tail, secret_version = :secretVersion,
                            verdict = :verdict, verdict_code = :verdictCode, verdict_at = :verdictAt,
                            harmlessness = :harmlessness, no_verdict = :noVerdict,
                            no_verdict_since = :noVerdictSince, checked_at = :checkedAt, report = :report
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
        jdbi.useHandle(handle -> handle.createUpdate("delete from exchange_key where owner = :owner and id = :id")
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

    void addCheck(KeyId key, UUID id, Verification verification) {
        var verdict = verification.verdict();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into key_check (id, key_id, at, verdict, no_verdict, harmlessness, report)
                        values (:id, :key, :at, :verdict, :noVerdict, :harmlessness, :report)
                        """)
                .bind("id", id)
                .bind("key", key)
                .bind("at", verification.at())
                .bind("verdict", verdict == null ? null : verdict.kind().name())
                .bind("noVerdict", nameOf(verification.noVerdict()))
                .bind("harmlessness", verification.harmlessness().name())
                .bind("report", KeyReport.of(verification).json())
                .execute());
    }

    private static Update bindState(Update update, ExchangeKey key) {
        return update.bind("id", key.id())
                .bind("version", key.version())
                .bind("environment", key.environment().name())
                .bind("label", key.label())
                .bind("strategy", key.strategy().toString())
                .bind("program", key.program())
                .bind("life", key.life().name())
                .bind("tail", key.tail())
                .bind("secretVersion", key.secretVersion())
                .bind("verdict", nameOf(key.verdict()))
                .bind("verdictCode", key.verdictCode())
                .bindByType("verdictAt", key.verdictAt(), Instant.class)
                .bind("harmlessness", key.harmlessness().name())
                .bind("noVerdict", nameOf(key.noVerdict()))
                .bindByType("noVerdictSince", key.noVerdictSince(), Instant.class)
                .bind("checkedAt", key.checkedAt())
                .bind("report", key.report().json());
    }

    private static @Nullable String nameOf(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static <E extends Enum<E>> @Nullable E named(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
