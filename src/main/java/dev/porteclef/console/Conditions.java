package dev.porteclef.console;

import dev.porteclef.key.RotationRule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/// What a list of keys leaves out, as SQL: only what is asked for stands in it, so that a plan is made for just that.
/// The fragments are constants, the values are bound.
final class Conditions {

    private final List<String> fragments = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private @Nullable List<UUID> ids;

    /// All of `query` but its text.
    static Conditions of(KeyQuery query, RotationRule rule, Instant now) {
        var conditions = new Conditions();
        conditions.addHeadlines(query);
        conditions.add(
                "cause = :cause",
                "cause",
                query.cause() == null ? null : query.cause().name());
        conditions.add("verdict_code = :code", "code", query.code());
        conditions.add(
                "exchange = :exchange",
                "exchange",
                query.exchange() == null ? null : query.exchange().value());
        conditions.add("environment = :environment", "environment", name(query.environment()));
        if (query.profile() != null) {
            conditions.add("strategy = :profile or left(strategy, :width) = :added", "profile", query.profile());
            conditions.values.put("added", query.profile() + "+");
            conditions.values.put("width", query.profile().length() + 1);
        }
        conditions.add("harmlessness = :harmlessness", "harmlessness", name(query.harmlessness()));
        conditions.add("life = :life", "life", name(query.life()));
        conditions.add("headline_since >= :since", "since", query.since());
        conditions.addRotation(query, rule, now);
        return conditions;
    }

    private void addHeadlines(KeyQuery query) {
        var names = new ArrayList<String>();
        for (var headline : query.headlines()) {
            var name = "headline" + names.size();
            names.add(":" + name);
            values.put(name, headline.name());
        }
        if (!names.isEmpty()) {
            fragments.add("headline in (" + String.join(", ", names) + ")");
        }
    }

    /// As the customer's own pages tell it: of keys in use only.
    private void addRotation(KeyQuery query, RotationRule rule, Instant now) {
        var rotation = query.rotation();
        if (rotation == null) {
            return;
        }
        var overdue = now.minus(Duration.ofDays(rule.days()));
        var due = overdue.plus(Duration.ofDays(rule.noticeDays()));
        values.put("overdue", overdue);
        values.put("due", due);
        fragments.add("life = 'ACTIVE' or pause_reason in ('CUSTOMER', 'SUPPORT')");
        fragments.add(
                switch (rotation) {
                    case OVERDUE -> "created_at <= :overdue";
                    case DUE -> "created_at > :overdue and created_at <= :due";
                    case FINE -> "created_at > :due";
                });
    }

    /// Keeps only keys among `some`.
    void addIds(Collection<UUID> some) {
        ids = List.copyOf(some);
        fragments.add("id = any(:ids)");
    }

    /// Adds `fragment`, which needs no value.
    void require(String fragment) {
        fragments.add(fragment);
    }

    /// Adds `fragment` where there is a value for it.
    void add(String fragment, String name, @Nullable Object value) {
        if (value != null) {
            fragments.add(fragment);
            values.put(name, value);
        }
    }

    /// The `where` of a statement; empty where everything is wanted.
    String where() {
        return fragments.isEmpty()
                ? ""
                : fragments.stream().collect(Collectors.joining(")\nand (", "\nwhere (", ")\n"));
    }

    /// Binds what [#where] names.
    <S extends SqlStatement<S>> S bind(S statement) {
        if (ids != null) {
            statement.bindArray("ids", UUID.class, ids);
        }
        return statement.bindMap(values);
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }
}
