package dev.porteclef.key;

import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// Keys, their sealed secrets and their checks in the database. Every read but those for all customers' keys names the
/// owner, and open pages are told of every change.
final class JdbiExchangeKeys {

    private final Jdbi jdbi;

    JdbiExchangeKeys(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    List<ExchangeKey> of(UserId owner) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + KeyRow.COLUMNS + """
                        from exchange_key
                        where owner = :owner
                        order by created_at desc, id
                        """)
                .bind("owner", owner)
                .map(KeyRow.MAPPER)
                .list());
    }

    Optional<ExchangeKey> find(UserId owner, KeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + KeyRow.COLUMNS + """
                        from exchange_key
                        where owner = :owner and id = :id
                        """)
                .bind("owner", owner)
                .bind("id", id)
                .map(KeyRow.MAPPER)
                .findOne());
    }

    /// Whoever's it is: for those who may look at every customer's keys.
    Optional<ExchangeKey> find(KeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + KeyRow.COLUMNS + """
                        from exchange_key
                        where id = :id
                        """)
                .bind("id", id)
                .map(KeyRow.MAPPER)
                .findOne());
    }

    /// The key of `owner`, locked until the transaction ends.
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
        return jdbi.withHandle(handle -> handle.createQuery("select " + KeyRow.COLUMNS + """
                        from exchange_key
                        where owner = :owner and fingerprint = :fingerprint
                        """)
                .bind("owner", owner)
                .bind("fingerprint", fingerprint)
                .map(KeyRow.MAPPER)
                .findOne());
    }

    /// The keys of this keyed hash, whoever's they are.
    List<KeyId> recognised(byte[] fingerprint) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id from exchange_key where fingerprint = :fingerprint order by created_at, id")
                .bind("fingerprint", fingerprint)
                .mapTo(KeyId.class)
                .list());
    }

    /// The key that has taken the place of `id`; where there is none, the latest that is meant to.
    Optional<ExchangeKey> successor(UserId owner, KeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + KeyRow.COLUMNS + """
                        from exchange_key
                        where owner = :owner and replaces = :id
                        order by case when life = 'DRAFT' then 1 else 0 end, created_at desc
                        limit 1
                        """)
                .bind("owner", owner)
                .bind("id", id)
                .map(KeyRow.MAPPER)
                .findOne());
    }

    /// Adds a key; `fingerprint` is `null` for a refused one.
    ///
    /// @return false where the owner has this key already; nothing was added then
    boolean insert(ExchangeKey key, byte @Nullable [] fingerprint) {
        return Announcements.changing(
                        jdbi,
                        Topic.keysOf(key.owner()),
                        handle -> KeyRow.bind(handle.createUpdate("""
                        insert into exchange_key (
                            id, version, owner, exchange, environment, label, strategy, program, fingerprint, tail,
                            secret_version, life, pause_reason, life_since, replaces, destroy_by, verdict,
                            verdict_code, verdict_at, harmlessness, no_verdict, no_verdict_since, checked_at,
                            accepted_at, accepted_from, refused_since, doubted_at, swap_refused, report, created_at,
                            headline, cause, headline_since, headline_version)
                        values (
                            :id, :version, :owner, :exchange, :environment, :label, :strategy, :program, :fingerprint,
                            :tail, :secretVersion, :life, :pauseReason, :lifeSince, :replaces, :destroyBy, :verdict,
                            :verdictCode, :verdictAt, :harmlessness, :noVerdict, :noVerdictSince, :checkedAt,
                            :acceptedAt, :acceptedFrom, :refusedSince, :doubtedAt, :swapRefused, :report, :createdAt,
                            :headline, :cause, :checkedAt, :version)
                        on conflict do nothing
                        """), key)
                                .bind("owner", key.owner())
                                .bind("exchange", key.exchange().value())
                                .bind("fingerprint", fingerprint)
                                .execute())
                == 1;
    }

    /// Writes what can change about a key, one version on. The row is locked by the caller.
    ///
    /// @param now since when it stands as it does, where that differs from before
    void update(ExchangeKey key, Instant now) {
        var changed = Announcements.changing(
                jdbi,
                Topic.keysOf(key.owner()),
                handle -> KeyRow.bind(handle.createUpdate("""
                        update exchange_key
                        set version = :version + 1, environment = :environment, label = :label, strategy = :strategy,
                            program = :program, tail = :tail, secret_version = :secretVersion, life = :life,
                            pause_reason = :pauseReason, life_since = :lifeSince, replaces = :replaces,
                            destroy_by = :destroyBy, verdict = :verdict, verdict_code = :verdictCode,
                            verdict_at = :verdictAt, harmlessness = :harmlessness, no_verdict = :noVerdict,
                            no_verdict_since = :noVerdictSince, checked_at = :checkedAt, accepted_at = :acceptedAt,
                            accepted_from = :acceptedFrom, refused_since = :refusedSince, doubted_at = :doubtedAt,
                            swap_refused = :swapRefused, report = :report, created_at = :createdAt,
                            headline_since = case
                                when headline is null
                                or headline = :headline and cause is not distinct from :cause then headline_since
                                else :now end,
                            headline = :headline, cause = :cause
                        where id = :id and version = :version
                        """), key)
                        .bind("now", now)
                        .execute());
        if (changed != 1) {
            throw new IllegalStateException("key " + key.id() + " changed although it was locked");
        }
    }

    /// Keys whose rows do not say what they amount to now, in the order of their ids.
    ///
    /// @param after only those that come after it; `null`: from the first on
    List<KeyId> untold(@Nullable KeyId after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id
                        from exchange_key
                        where headline_version is distinct from version
                        and (cast(:after as uuid) is null or id > cast(:after as uuid))
                        order by id
                        limit :limit
                        """)
                .bindByType("after", after, KeyId.class)
                .bind("limit", limit)
                .mapTo(KeyId.class)
                .list());
    }

    /// Writes what a key amounts to into its row, unless the row has changed since.
    void tellHeadline(ExchangeKey key) {
        jdbi.useHandle(handle -> KeyRow.bind(handle.createUpdate("""
                        update exchange_key
                        set headline = :headline, cause = :cause, headline_version = :version
                        where id = :id and version = :version
                        """), key).execute());
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
}
