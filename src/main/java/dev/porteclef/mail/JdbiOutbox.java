package dev.porteclef.mail;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// Table `mail_outbox`.
final class JdbiOutbox {

    private static final RowMapper<OutboxMail> MAILS = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        return new OutboxMail(
                new MailId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                row.getString("kind"),
                about(row.getString("exchange"), row.getString("environment"), row.getObject("key_id", UUID.class)),
                row.getString("facts"),
                MailState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                instants.map(row, "created_at", context),
                instants.map(row, "ended_at", context));
    };

    private final Jdbi jdbi;

    JdbiOutbox(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /// @return false where the occasion was told already; nothing was added then
    boolean insert(MailId id, MailDraft draft, Instant now) {
        var about = draft.about();
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                insert into mail_outbox (
                                    id, owner, kind, exchange, environment, key_id, facts, dedupe, state, created_at,
                                    next_try_at, attempts)
                                values (
                                    :id, :owner, :kind, :exchange, :environment, :key, :facts, :dedupe, 'WAITING', :now,
                                    :now, 0)
                                on conflict do nothing
                                """)
                        .bind("id", id)
                        .bind("owner", draft.owner())
                        .bind("kind", MailKind.of(draft.facts()).name())
                        .bind(
                                "exchange",
                                about == null ? null : about.exchange().value())
                        .bind(
                                "environment",
                                about == null ? null : about.environment().name())
                        .bindByType("key", about == null ? null : about.key(), KeyId.class)
                        .bind("facts", draft.facts().json())
                        .bind("dedupe", draft.occasion())
                        .bind("now", now)
                        .execute())
                == 1;
    }

    /// Takes up the mail that has waited longest, if any is due, for this caller alone: it is due again at
    /// `again`. What another caller has just taken up is passed over. Needs a transaction of its own.
    Optional<OutboxMail> takeUp(Instant now, Instant again) {
        return jdbi.withHandle(handle -> {
            var due =
                    handle.createQuery("""
                            select id
                            from mail_outbox
                            where state = 'WAITING'
                              and next_try_at <= :now
                            order by next_try_at, id
                            limit 1
                            for update skip locked
                            """).bind("now", now).mapTo(MailId.class).findOne();
            due.ifPresent(id ->
                    handle.createUpdate("""
                            update mail_outbox
                            set next_try_at = :again, attempts = attempts + 1
                            where id = :id
                            """).bind("id", id).bind("again", again).execute());
            return due.flatMap(
                    id -> handle.createQuery("""
                            select id, owner, kind, exchange, environment, key_id, facts, state, attempts, created_at,
                                ended_at
                            from mail_outbox
                            where id = :id
                            """).bind("id", id).map(MAILS).findOne());
        });
    }

    /// Ends a mail that was taken up; does nothing where another has taken it up since, or ended it.
    void end(OutboxMail mail, MailState state, Instant now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update mail_outbox
                        set state = :state, ended_at = :now
                        where id = :id
                          and state = 'WAITING'
                          and attempts = :attempts
                        """)
                .bind("id", mail.id())
                .bind("attempts", mail.attempts())
                .bind("state", state.name())
                .bind("now", now)
                .execute());
    }

    /// Lets a mail that was taken up wait until `again`.
    ///
    /// @param counts whether that was an attempt
    void postpone(OutboxMail mail, Instant again, boolean counts) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update mail_outbox
                        set next_try_at = :again, attempts = :after
                        where id = :id
                          and state = 'WAITING'
                          and attempts = :attempts
                        """)
                .bind("id", mail.id())
                .bind("attempts", mail.attempts())
                .bind("after", counts ? mail.attempts() : mail.attempts() - 1)
                .bind("again", again)
                .execute());
    }

    Optional<MailKind> latest(UserId owner, KeyId key, Set<MailKind> kinds, Set<MailState> states) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select kind
                        from mail_outbox
                        where owner = :owner
                          and key_id = :key
                          and kind in (<kinds>)
                          and state in (<states>)
                        order by created_at desc, id
                        limit 1
                        """)
                .bindList("states", states.stream().map(Enum::name).toList())
                .bind("owner", owner)
                .bind("key", key)
                .bindList("kinds", kinds.stream().map(Enum::name).toList())
                .map((row, context) -> MailKind.valueOf(row.getString("kind")))
                .findOne());
    }

    boolean takeBack(UserId owner, KeyId key, MailKind kind, Instant now) {
        return jdbi.withHandle(handle -> handle.createUpdate("""
                                update mail_outbox
                                set state = 'TAKEN_BACK', ended_at = :now
                                where owner = :owner
                                  and key_id = :key
                                  and kind = :kind
                                  and state = 'WAITING'
                                  and attempts = 0
                                """)
                        .bind("owner", owner)
                        .bind("key", key)
                        .bind("kind", kind.name())
                        .bind("now", now)
                        .execute())
                > 0;
    }

    /// All about that key but what is to go out whatever comes.
    void forget(UserId owner, KeyId key) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        delete from mail_outbox
                        where owner = :owner
                          and key_id = :key
                          and not (state = 'WAITING' and kind in (<staying>))
                        """)
                .bind("owner", owner)
                .bind("key", key)
                .bindList(
                        "staying",
                        Arrays.stream(MailKind.values())
                                .filter(kind -> kind.isMandatory() || kind == MailKind.SUPPORT_ANSWERED)
                                .map(Enum::name)
                                .toList())
                .execute());
    }

    /// All that has ended about keys that are gone.
    void sweep() {
        jdbi.useHandle(handle -> handle.execute("""
                delete from mail_outbox
                where key_id is not null
                  and state <> 'WAITING'
                  and not exists (select 1 from exchange_key where exchange_key.id = mail_outbox.key_id)
                """));
    }

    int waiting() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from mail_outbox where state = 'WAITING'")
                .mapTo(Integer.class)
                .one());
    }

    /// The latest mails to `owner` in one of `states`, newest first.
    List<OutboxMail> of(UserId owner, Set<MailState> states, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, owner, kind, exchange, environment, key_id, facts, state, attempts, created_at,
                            ended_at
                        from mail_outbox
                        where owner = :owner
                          and state in (<states>)
                        order by created_at desc, id
                        limit :limit
                        """)
                .bind("owner", owner)
                .bindList("states", states.stream().map(Enum::name).toList())
                .bind("limit", limit)
                .map(MAILS)
                .list());
    }

    private static @Nullable AboutKey about(
            @Nullable String exchange, @Nullable String environment, @Nullable UUID key) {
        return exchange == null || environment == null || key == null
                ? null
                : new AboutKey(new ExchangeId(exchange), Environment.valueOf(environment), new KeyId(key));
    }
}
