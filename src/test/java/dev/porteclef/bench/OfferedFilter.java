package dev.porteclef.bench;

import dev.porteclef.console.KeyOrder;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.key.Headline;
import dev.porteclef.key.Life;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.key.Rotation;
import dev.porteclef.verification.Harmlessness;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One thing that the list of all keys can be asked for in one order, and the same as a condition of SQL.
///
/// @param facet the parameter of the address
/// @param condition with its values in it
record OfferedFilter(String facet, KeyQuery query, String condition) {

    /// Every value of every facet, and what agents ask for together, in every order.
    static Map<String, List<OfferedFilter>> byFacet(List<String> codes) {
        return each(codes)
                .flatMap(one -> Arrays.stream(KeyOrder.values())
                        .flatMap(order -> Stream.of("", "1").map(oldest -> one.in(order, oldest))))
                .collect(Collectors.groupingBy(OfferedFilter::facet, LinkedHashMap::new, Collectors.toList()));
    }

    private OfferedFilter in(KeyOrder order, String oldest) {
        var parameters = new HashMap<>(QueryText.of(query));
        parameters.put("order", QueryText.word(order));
        parameters.put("oldest", oldest);
        return new OfferedFilter(facet, QueryText.read(parameters), condition);
    }

    private static Stream<OfferedFilter> each(List<String> codes) {
        return Stream.of(
                        words("headline", Arrays.asList(Headline.values()), "headline"),
                        Arrays.stream(Headline.Tone.values()).map(OfferedFilter::tone),
                        of(
                                "cause",
                                LikelyCause.all(),
                                cause -> QueryText.lower(cause.name()),
                                cause -> is("cause", cause.name())),
                        of("code", codes, code -> code, code -> is("verdict_code", code)),
                        of(
                                "exchange",
                                RealExchanges.catalogue().all(),
                                exchange -> exchange.id().value(),
                                exchange -> is("exchange", exchange.id().value())),
                        words("kind", Arrays.asList(Environment.values()), "environment"),
                        of(
                                "strategy",
                                profiles(),
                                profile -> profile,
                                profile -> is("strategy", profile) + " or strategy like '" + profile + "+%'"),
                        words("proof", Arrays.asList(Harmlessness.values()), "harmlessness"),
                        words("life", Arrays.asList(Life.values()), "life"),
                        of("rotation", Arrays.asList(Rotation.values()), QueryText::word, OfferedFilter::rotation),
                        of(
                                "since",
                                List.of(Duration.ofHours(2), Duration.ofHours(12), Duration.ofDays(7)),
                                back -> ManyKeys.NOW.minus(back).toString(),
                                OfferedFilter::since),
                        LikelyCause.all().stream().map(OfferedFilter::sinceThisMorning))
                .flatMap(all -> all);
    }

    private static OfferedFilter tone(Headline.Tone tone) {
        var headlines = Arrays.stream(Headline.values())
                .filter(headline -> headline.tone() == tone)
                .toList();
        return new OfferedFilter(
                "several headlines",
                QueryText.read(Map.of("headline", QueryText.headlines(Set.copyOf(headlines)))),
                headlines.stream()
                        .map(headline -> "'" + headline.name() + "'")
                        .collect(Collectors.joining(", ", "headline in (", ")")));
    }

    private static OfferedFilter sinceThisMorning(LikelyCause cause) {
        var morning = Duration.ofHours(5);
        return new OfferedFilter(
                "cause and since",
                QueryText.read(Map.of(
                        "cause",
                        QueryText.lower(cause.name()),
                        "since",
                        ManyKeys.NOW.minus(morning).toString())),
                is("cause", cause.name()) + " and " + since(morning));
    }

    private static <E extends Enum<E>> Stream<OfferedFilter> words(String facet, List<E> values, String column) {
        return of(facet, values, QueryText::word, value -> is(column, value.name()));
    }

    private static <T> Stream<OfferedFilter> of(
            String facet, Collection<T> values, Function<T, String> word, Function<T, String> condition) {
        return values.stream()
                .map(value -> new OfferedFilter(
                        facet, QueryText.read(Map.of(facet, word.apply(value))), condition.apply(value)));
    }

    private static List<String> profiles() {
        return RealExchanges.catalogue().all().stream()
                .map(Exchange::choices)
                .flatMap(Collection::stream)
                .map(profile -> profile.id())
                .distinct()
                .toList();
    }

    private static String is(String column, String value) {
        return column + " = '" + value + "'";
    }

    private static String since(Duration back) {
        return "headline_since >= " + moment(back);
    }

    private static String moment(Duration back) {
        return "timestamp with time zone '" + ManyKeys.NOW.minus(back) + "'";
    }

    private static String rotation(Rotation rotation) {
        var age = Duration.ofDays(ManyKeys.ROTATION.days());
        var overdue = moment(age);
        var due = moment(age.minusDays(ManyKeys.ROTATION.noticeDays()));
        return "(life = 'ACTIVE' or pause_reason in ('CUSTOMER', 'SUPPORT')) and "
                + switch (rotation) {
                    case OVERDUE -> "created_at <= " + overdue;
                    case DUE -> "created_at > " + overdue + " and created_at <= " + due;
                    case FINE -> "created_at > " + due;
                };
    }

    /// What is asked for, as it stands in the address.
    String words() {
        return QueryText.of(query).toString().replaceAll("[{}]", "");
    }
}
