package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What the portal's own rounds, in whose name nobody is signed in, may know of customers' keys: what they are called,
/// how old they are and what they amount to. Nothing sealed, no part of a key. For a person's own look
/// there is [ExchangeKeys].
@Component
public class KeyRoster {

    private static final RowMapper<Entry> ENTRIES = (row, context) -> {
        var replaces = row.getObject("replaces", UUID.class);
        return new Entry(
                new KeyId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                new ExchangeId(row.getString("exchange")),
                Environment.valueOf(row.getString("environment")),
                row.getString("label"),
                Life.valueOf(row.getString("life")),
                isAside(row.getString("pause_reason")),
                replaces == null ? null : new KeyId(replaces),
                context.findColumnMapperFor(Instant.class).orElseThrow().map(row, "created_at", context));
    };

    private final Jdbi jdbi;

    KeyRoster(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// One key in the roster.
    ///
    /// @param life where it stands
    /// @param aside whether it is paused though nothing is wrong with it
    /// @param replaces the key whose place it is meant to take or has taken, `null`: none
    /// @param connectedAt when its secret was entered
    public record Entry(
            KeyId id,
            UserId owner,
            ExchangeId exchange,
            Environment environment,
            String label,
            Life life,
            boolean aside,
            @Nullable KeyId replaces,
            Instant connectedAt) {

        /// Whether it is in use, or was until it was put aside.
        public boolean isInUse() {
            return life == Life.ACTIVE || aside;
        }
    }

    /// All keys of `owner`, oldest first.
    public List<Entry> of(UserId owner) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        select id, owner, exchange, environment, label, life, pause_reason, replaces, created_at
                        from exchange_key
                        where owner = :owner
                        order by created_at, id
                        """).bind("owner", owner).map(ENTRIES).list());
    }

    /// One key of `owner`.
    public Optional<Entry> find(UserId owner, KeyId id) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, owner, exchange, environment, label, life, pause_reason, replaces, created_at
                        from exchange_key
                        where owner = :owner
                          and id = :id
                        """)
                .bind("owner", owner)
                .bind("id", id)
                .map(ENTRIES)
                .findOne());
    }

    /// What the key amounts to at this moment; `otherwise` in the moments after an upgrade in which nobody knows, and
    /// nothing where it is gone.
    public Optional<Headline> headline(KeyId id, Headline otherwise) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select coalesce(headline, :otherwise)
                        from exchange_key
                        where id = :id
                        """)
                .bind("id", id)
                .bind("otherwise", otherwise.name())
                .mapTo(Headline.class)
                .findOne());
    }

    /// Customers with a key in use, at most `limit` of those that come after `after` in the order of their ids;
    /// `null` begins with the first.
    public List<UserId> owners(@Nullable UserId after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct owner
                        from exchange_key
                        where (life = 'ACTIVE' or pause_reason in ('CUSTOMER', 'SUPPORT'))
                          and (cast(:after as uuid) is null or owner > cast(:after as uuid))
                        order by owner
                        limit :limit
                        """)
                .bindByType("after", after, UserId.class)
                .bind("limit", limit)
                .mapTo(UserId.class)
                .list());
    }

    private static boolean isAside(@Nullable String reason) {
        return reason != null && PauseReason.valueOf(reason).isAside();
    }
}
