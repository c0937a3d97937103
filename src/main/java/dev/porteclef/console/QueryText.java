package dev.porteclef.console;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.key.Life;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.key.Rotation;
import dev.porteclef.platform.data.Place;
import dev.porteclef.verification.Harmlessness;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A [KeyQuery] as parameters of an address, and back. What an address says that means nothing is left out.
public final class QueryText {

    /// Every parameter there can be.
    public static final Set<String> NAMES = Set.of(
            "headline",
            "cause",
            "code",
            "exchange",
            "kind",
            "strategy",
            "proof",
            "life",
            "rotation",
            "since",
            "find",
            "order",
            "oldest");

    private static final int LONGEST_TEXT = 100;

    private QueryText() {}

    /// The parameters that say something; none for [KeyQuery#ALL].
    public static Map<String, String> of(KeyQuery query) {
        var parameters = new TreeMap<String, String>();
        put(parameters, "headline", headlines(query.headlines()));
        put(
                parameters,
                "cause",
                query.cause() == null ? "" : lower(query.cause().name()));
        put(parameters, "code", query.code());
        put(
                parameters,
                "exchange",
                query.exchange() == null ? "" : query.exchange().value());
        put(parameters, "kind", word(query.environment()));
        put(parameters, "strategy", query.profile());
        put(parameters, "proof", word(query.harmlessness()));
        put(parameters, "life", word(query.life()));
        put(parameters, "rotation", word(query.rotation()));
        put(parameters, "since", query.since() == null ? "" : query.since().toString());
        put(parameters, "find", query.text());
        put(parameters, "order", query.order() == KeyOrder.SINCE ? "" : word(query.order()));
        put(parameters, "oldest", query.oldestFirst() ? "1" : "");
        return parameters;
    }

    /// For the record, which nobody can correct: the parameters, but of a text only that there was one, for it may be
    /// a customer's address.
    static String told(KeyQuery query) {
        var parameters = of(query);
        parameters.computeIfPresent("find", (_, _) -> "*");
        return parameters.toString();
    }

    /// The value of the parameter `headline` for these.
    public static String headlines(Set<Headline> headlines) {
        return headlines.stream().sorted().map(QueryText::word).collect(Collectors.joining(","));
    }

    /// The query that `parameters` say.
    public static KeyQuery read(Map<String, String> parameters) {
        var headlines = EnumSet.noneOf(Headline.class);
        Stream.of(parameters.getOrDefault("headline", "").split(","))
                .flatMap(word -> read(Headline.class, word).stream())
                .forEach(headlines::add);
        var text = parameters.getOrDefault("find", "");
        return new KeyQuery(
                headlines,
                LikelyCause.of(parameters
                                .getOrDefault("cause", "")
                                .toUpperCase(Locale.ROOT)
                                .replace('-', '_'))
                        .orElse(null),
                said(parameters, "code"),
                exchange(said(parameters, "exchange")),
                read(Environment.class, parameters.get("kind")).orElse(null),
                said(parameters, "strategy"),
                read(Harmlessness.class, parameters.get("proof")).orElse(null),
                read(Life.class, parameters.get("life")).orElse(null),
                read(Rotation.class, parameters.get("rotation")).orElse(null),
                instant(parameters.get("since")),
                text.length() > LONGEST_TEXT || text.chars().anyMatch(Character::isISOControl) ? "" : text,
                read(KeyOrder.class, parameters.get("order")).orElse(KeyOrder.SINCE),
                "1".equals(parameters.get("oldest")));
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    private static @Nullable String said(Map<String, String> parameters, String name) {
        var value = parameters.get(name);
        return value == null
                        || value.isBlank()
                        || value.length() > LONGEST_TEXT
                        || value.chars().anyMatch(Character::isISOControl)
                ? null
                : value;
    }

    /// How a value stands in an address; empty for none.
    public static String word(@Nullable Enum<?> value) {
        return value == null ? "" : lower(value.name());
    }

    /// The same for its name.
    public static String lower(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E extends Enum<E>> Optional<E> read(Class<E> type, @Nullable String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> word(value).equals(word))
                .findFirst();
    }

    private static @Nullable ExchangeId exchange(@Nullable String text) {
        try {
            return text == null ? null : new ExchangeId(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable String text) {
        try {
            var at = text == null ? null : Instant.parse(text);
            return at == null || !Place.isInTime(at) ? null : at;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
