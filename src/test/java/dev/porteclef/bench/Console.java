package dev.porteclef.bench;

import dev.porteclef.console.KeyOrder;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.overview.Lookback;
import dev.porteclef.platform.data.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;

/// What support's console asks of the database, with a million keys on PostgreSQL or with as many as H2 is for: pages
/// far down the list, every filter that is offered, texts, groups and the overview, each beside the barest SQL that
/// answers the same; and how it grows with the number of keys.
final class Console implements Row {

    static final int MANY = 1_000_000;
    private static final int MANY_QUICK = 100_000;
    private static final int MANY_H2 = 50_000;
    private static final int FEW = 10_000;

    private static final double[] DEPTHS = {0.1, 0.5, 0.9, 0.999};
    private static final Target AS_THE_FIRST = new Target.AtMost(Figure.ratio(1.2));
    private static final Instant MORNING = ManyKeys.NOW.minus(Duration.ofHours(12));
    static final Target QUICK_ENOUGH = new Target.AtMost(new Figure(200, "ms"));
    private static final Target TOLD = new Target.None();

    private final BenchDatabase kind;

    /// A row of its own for each database: both take long.
    Console(BenchDatabase kind) {
        this.kind = kind;
    }

    @Override
    public String name() {
        return switch (kind) {
            case POSTGRESQL -> "console";
            case H2 -> "console-h2";
        };
    }

    @Override
    public void measure(Scale scale, Consumer<Line> lines) throws Exception {
        var folder = Files.createTempDirectory("bench-console");
        switch (kind) {
            case POSTGRESQL -> postgres(folder, scale, lines);
            case H2 -> h2(folder, scale, lines);
        }
    }

    private void postgres(Path folder, Scale scale, Consumer<Line> lines) throws Exception {
        try (var few = ManyKeys.make(kind, FEW, folder);
                var many = ManyKeys.make(kind, scale.of(MANY, MANY_QUICK), folder)) {
            lines.accept(memory(few, scale));
            ask(many, scale, lines);
            growth(few, many, scale, lines);
            thinning(many, scale, lines);
        }
    }

    private void h2(Path folder, Scale scale, Consumer<Line> lines) throws Exception {
        try (var keys = ManyKeys.make(kind, scale.of(MANY_H2, FEW), folder)) {
            ask(keys, scale, lines);
            thinning(keys, scale, lines);
        }
    }

    private void ask(ManyKeys keys, Scale scale, Consumer<Line> lines) throws Exception {
        for (var order : KeyOrder.values()) {
            lines.accept(deepPage(keys, order, scale));
        }
        for (var text : SoughtText.values()) {
            // Only PostgreSQL plans anew, or does not; H2 takes a second for some of them.
            lines.accept(text.line(name(), keys, kind == BenchDatabase.H2 ? 5 : scale.of(21, 5)));
        }
        groups(keys, scale, lines);
        lines.accept(overview(keys, scale));
        new Filters(kind, keys, scale).measure(name(), lines);
    }

    /// That of several depths which is slowest beside the first page.
    private Line deepPage(ManyKeys keys, KeyOrder order, Scale scale) throws Exception {
        var query = QueryText.read(Map.of("order", QueryText.word(order)));
        var list = keys.services().list();
        Pairs slowest = null;
        for (var place : places(keys, order)) {
            var pairs = Pairs.alternating(
                    scale.of(20, 5),
                    scale.of(101, 21),
                    () -> milliseconds(() -> list.page(query, place)),
                    () -> milliseconds(() -> list.page(query, null)));
            if (slowest == null || pairs.ratios().median() > slowest.ratios().median()) {
                slowest = pairs;
            }
        }
        return Line.of(
                name(),
                "page far down, " + BareSql.column(order) + ", " + keys.title(),
                "the first page",
                Objects.requireNonNull(slowest),
                "ms",
                AS_THE_FIRST,
                List.of());
    }

    /// From each depth on, back from it, and as one jumps there by a day.
    private static List<Place> places(ManyKeys keys, KeyOrder order) throws SQLException {
        var places = new ArrayList<Place>();
        for (var depth : DEPTHS) {
            var there = place(keys, order, depth);
            places.add(there);
            places.add(new Place(there.at(), there.id(), true));
            places.add(new Place(there.at(), null, false));
        }
        return places;
    }

    private static Place place(ManyKeys keys, KeyOrder order, double depth) throws SQLException {
        var column = BareSql.column(order);
        try (var connection = keys.pool().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select " + column + ", id from exchange_key where " + column
                        + " is not null order by " + column + " desc, id desc offset " + (long) (keys.keys() * depth)
                        + " rows fetch first row only")) {
            if (!row.next()) {
                throw new IllegalStateException("the list is shorter than that");
            }
            return new Place(row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, UUID.class), false);
        }
    }

    /// Of the periods that are offered, the shortest but one and the longest.
    private void groups(ManyKeys keys, Scale scale, Consumer<Line> lines) throws Exception {
        var groups = keys.services().groups();
        try (var bare = new BareSql(keys.pool())) {
            for (var period :
                    new TreeMap<>(Map.of("since the morning", MORNING, "of all time", Instant.EPOCH)).entrySet()) {
                lines.accept(Line.of(
                        name(),
                        "groups " + period.getKey() + ", " + keys.title(),
                        "bare SQL",
                        Pairs.alternating(
                                scale.of(5, 2),
                                scale.of(41, 11),
                                () -> milliseconds(() -> groups.since(period.getValue())),
                                () -> milliseconds(() -> bare.groups(period.getValue()))),
                        "ms",
                        TOLD,
                        List.of()));
            }
        }
    }

    private Line overview(ManyKeys keys, Scale scale) throws Exception {
        var overview = keys.services().overview();
        try (var bare = new BareSql(keys.pool())) {
            return Line.of(
                    name(),
                    "overview of a month, " + keys.title(),
                    "bare SQL",
                    Pairs.alternating(
                            scale.of(3, 1),
                            scale.of(21, 5),
                            () -> milliseconds(() -> overview.picture(Lookback.MONTH)),
                            () -> milliseconds(() -> bare.overview(ManyKeys.NOW, ManyKeys.ROTATION))),
                    "ms",
                    TOLD,
                    List.of());
        }
    }

    /// Last, for it takes away what the others read; and not from a database that is measured again and again.
    private void thinning(ManyKeys keys, Scale scale, Consumer<Line> lines) throws SQLException {
        if (keys.isKept()) {
            return;
        }
        var seconds = new ArrayList<Double>();
        for (var round = 0; round < scale.of(3, 1); round++) {
            seconds.add(milliseconds(keys.services()::thin) / 1_000);
        }
        lines.accept(
                Line.of(name(), "history of 10,000 keys thinned, " + keys.title(), new Samples(seconds), "s", TOLD));
    }

    /// The same questions with few keys.
    private void growth(ManyKeys few, ManyKeys many, Scale scale, Consumer<Line> lines) throws Exception {
        for (var asked : questions().entrySet()) {
            lines.accept(Line.of(
                    name(),
                    "growth: " + asked.getKey() + ", " + many.title(),
                    few.title(),
                    Pairs.alternating(
                            scale.of(5, 2),
                            scale.of(41, 11),
                            () -> milliseconds(() -> asked.getValue().of(many.services())),
                            () -> milliseconds(() -> asked.getValue().of(few.services()))),
                    "ms",
                    TOLD,
                    List.of()));
        }
    }

    @FunctionalInterface
    private interface Question {

        void of(ManyKeys.Services services);
    }

    private static Map<String, Question> questions() {
        var questions = new LinkedHashMap<String, Question>();
        questions.put("first page", services -> services.list().page(KeyQuery.ALL, null));
        var cause = QueryText.read(Map.of("cause", "address-not-listed"));
        questions.put("one cause", services -> services.list().page(cause, null));
        questions.put("text of many", services -> services.list().page(SoughtText.MANY.query(), null));
        questions.put("text of one", services -> services.list().page(SoughtText.ONE.query(), null));
        questions.put("groups", services -> services.groups().since(MORNING));
        questions.put("overview", services -> services.overview().picture(Lookback.MONTH));
        return questions;
    }

    private Line memory(ManyKeys keys, Scale scale) throws Exception {
        Path home = Files.createTempDirectory("bench-console-heap");
        return new HeapPerPage().console(scale, home, keys);
    }

    @FunctionalInterface
    interface Work {

        void run() throws SQLException;
    }

    static double milliseconds(Work work) throws SQLException {
        var began = System.nanoTime();
        work.run();
        return (System.nanoTime() - began) / 1e6;
    }
}
