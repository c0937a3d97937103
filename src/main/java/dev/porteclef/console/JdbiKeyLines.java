package dev.porteclef.console;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Life;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.key.PauseReason;
import dev.porteclef.key.RotationRule;
import dev.porteclef.platform.data.Databases;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.verification.Harmlessness;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;

/// All customers' keys as lines, read along an index from a place in it (keyset paging): a page costs the same at any
/// depth. For the length of one transaction.
final class JdbiKeyLines {

    /// More matches of a text than this are common enough to be met on the way.
    private static final int FEW = 2_000;

    /// Without the report, which makes a row long.
    private static final String KEYS = """
            select id, owner, exchange, environment, label, strategy, life, pause_reason, headline, cause, verdict_code,
                harmlessness, headline_since, checked_at, created_at
            from exchange_key
            """;

    private static final RowMapper<KeyLine> LINE = (row, context) -> {
        var instants = context.findColumnMapperFor(Instant.class).orElseThrow();
        var email = row.getString("email");
        var language = row.getString("language");
        var headline = row.getString("headline");
        var pause = row.getString("pause_reason");
        return new KeyLine(
                new KeyId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("owner", UUID.class)),
                email == null ? "" : email,
                language == null ? Language.ENGLISH : Language.of(language).orElseThrow(),
                new ExchangeId(row.getString("exchange")),
                Environment.valueOf(row.getString("environment")),
                row.getString("label"),
                Strategy.parse(row.getString("strategy")),
                Life.valueOf(row.getString("life")),
                pause == null ? null : PauseReason.valueOf(pause),
                headline == null ? null : Headline.valueOf(headline),
                cause(row.getString("cause")),
                row.getString("verdict_code"),
                Harmlessness.valueOf(row.getString("harmlessness")),
                instants.map(row, "headline_since", context),
                instants.map(row, "checked_at", context),
                instants.map(row, "created_at", context));
    };

    private final Handle handle;

    /// @param handle in a transaction
    JdbiKeyLines(Handle handle) {
        this.handle = handle;
        planForWhatIsAsked(handle);
    }

    /// A plan made for any value reads the whole table for a rare one; after a few executions PostgreSQL would prefer
    /// such a plan (its documentation, PREPARE, "Notes"). Until the end of the transaction it does not.
    static void planForWhatIsAsked(Handle handle) {
        if (Databases.isPostgres(handle)) {
            handle.execute("set local plan_cache_mode = force_custom_plan");
        }
    }

    static @Nullable LikelyCause cause(@Nullable String name) {
        return name == null ? null : LikelyCause.of(name).orElse(null);
    }

    /// What `query` wants.
    Conditions wanted(KeyQuery query, RotationRule rotation, Instant now) {
        var wanted = Conditions.of(query, rotation, now);
        if (query.hasText()) {
            narrow(wanted, query.text());
        }
        return wanted;
    }

    /// At most `limit` lines on the far side of `place` in the direction of `ascending`, nearest first.
    ///
    /// @param place `null`: from the very end on
    List<KeyLine> read(Conditions wanted, KeyOrder order, boolean ascending, @Nullable Place place, int limit) {
        var column = column(order);
        if (place != null) {
            // The first half leads an index to the place; H2 needs it said apart.
            wanted.add(column + (ascending ? " >= :at" : " <= :at"), "at", place.at());
            if (place.id() != null) {
                wanted.add("(" + column + ", id) " + (ascending ? ">" : "<") + " (:at, :place)", "place", place.id());
            }
        }
        var direction = ascending ? "" : " desc";
        var page = KEYS + wanted.where() + "order by " + column + direction + ", id" + direction + "\nlimit :limit";
        // Whose they are is asked of the few that are shown only.
        return wanted.bind(handle.createQuery("select page.*, email, language\nfrom (" + page
                        + ") page\nleft join account on account.id = owner\norder by page." + column + direction
                        + ", page.id" + direction))
                .bind("limit", limit)
                .map(LINE)
                .list();
    }

    /// The keys of one customer, connected last first.
    List<KeyLine> of(UserId owner, int limit) {
        var wanted = new Conditions();
        wanted.add("owner = :owner", "owner", owner.value());
        return read(wanted, KeyOrder.CONNECTED, false, null, limit);
    }

    /// This one, if it is there.
    Optional<KeyLine> one(KeyId id) {
        var wanted = new Conditions();
        wanted.addIds(List.of(id.value()));
        return read(wanted, KeyOrder.CONNECTED, false, null, 1).stream().findFirst();
    }

    /// How many there are, counted up to `limit`.
    int count(Conditions wanted, int limit) {
        return wanted.bind(handle.createQuery("select count(*) from (select 1 as one\nfrom exchange_key\n"
                        + wanted.where() + "limit :limit) counted"))
                .bind("limit", limit)
                .mapTo(Integer.class)
                .one();
    }

    /// Keeps only keys that have `text` in their label or in their owner's e-mail. A rare text is looked up first; a
    /// common one is compared along the way, where a page is soon full.
    private void narrow(Conditions wanted, String text) {
        var part = text.toLowerCase(Locale.ROOT);
        var found = handle.createQuery("""
                        (select id
                        from exchange_key
                        where lower(label) like :pattern escape '!'
                        limit :limit)
                        union
                        (select exchange_key.id
                        from account
                        join exchange_key on owner = account.id
                        where email like :pattern escape '!'
                        limit :limit)
                        """)
                .bind("pattern", "%" + part.replaceAll("[!%_]", "!$0") + "%")
                .bind("limit", FEW + 1)
                .mapTo(UUID.class)
                .set();
        if (found.size() <= FEW) {
            wanted.addIds(found);
        } else {
            wanted.add(
                    "position(:text in lower(label)) > 0"
                            + " or exists (select 1 from account where account.id = owner and position(:text in email) > 0)",
                    "text",
                    part);
        }
    }

    private static String column(KeyOrder order) {
        return switch (order) {
            case SINCE -> "headline_since";
            case CHECKED -> "checked_at";
            case CONNECTED -> "created_at";
        };
    }
}
