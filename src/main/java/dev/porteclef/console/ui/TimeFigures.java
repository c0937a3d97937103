package dev.porteclef.console.ui;

import com.vaadin.flow.component.html.H3;
import dev.porteclef.console.overview.Failures;
import dev.porteclef.console.overview.Failures.Reason;
import dev.porteclef.console.overview.Latency;
import dev.porteclef.console.ui.Plot.Piece;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The figures over days.
record TimeFigures(LineWords words, FigureWords figures, List<LocalDate> days) {

    /// The style sheet has so many colours that can be told apart.
    private static final int COLOURS = 6;

    FigureSection failures(Failures failures) {
        var section = new FigureSection(
                        "causes", words.text("console.overview.causes"), words.text("console.overview.causes.note"))
                .wide();
        if (failures.reasons().isEmpty()) {
            return section.nothing(words.text("console.overview.causes.none"));
        }
        var groups = grouped(failures.reasons());
        var columns = days.stream().map(day -> column(day, groups, failures)).toList();
        var top = FigureWords.top(columns.stream()
                .mapToLong(column -> column.stream().mapToLong(Piece::value).sum())
                .max()
                .orElse(1));
        return section.with(new DayChart(
                        words.text("console.overview.causes.chart"),
                        Plot.columns(columns, top),
                        List.of(figures.number(top), figures.number(top / 2), figures.number(0)),
                        figures.days(days))
                .legend(
                        "series",
                        groups.stream()
                                .map(group -> name(group) + " · " + figures.number(sum(group, failures)))
                                .toList())
                .table(
                        words.text("console.overview.table"),
                        words.text("console.overview.causes"),
                        failureTable(failures)));
    }

    /// The most frequent each for itself; the rest, where there are several, as one.
    private static List<List<Reason>> grouped(List<Reason> reasons) {
        if (reasons.size() <= COLOURS) {
            return reasons.stream().map(List::of).toList();
        }
        return Stream.concat(
                        reasons.stream().limit(COLOURS - 1L).map(List::of),
                        Stream.of(reasons.subList(COLOURS - 1, reasons.size())))
                .toList();
    }

    private List<Piece> column(LocalDate day, List<List<Reason>> groups, Failures failures) {
        var pieces = new ArrayList<Piece>();
        for (var group : groups) {
            var keys =
                    group.stream().mapToLong(reason -> failures.on(day, reason)).sum();
            if (keys > 0) {
                pieces.add(new Piece(
                        groups.indexOf(group) + 1,
                        keys,
                        figures.day(day) + " · " + name(group) + " · " + figures.number(keys)));
            }
        }
        return pieces;
    }

    private String name(List<Reason> group) {
        return figures.begun(
                words.text(group.size() == 1 ? group.getFirst().translationKey() : "console.overview.causes.others"));
    }

    private static long sum(List<Reason> group, Failures failures) {
        return group.stream().mapToLong(failures::of).sum();
    }

    private FigureTable failureTable(Failures failures) {
        var reasons = failures.reasons();
        var table = new FigureTable(
                words.text("console.overview.causes"),
                false,
                Stream.of(
                                Stream.of(words.text("console.overview.day")),
                                reasons.stream().map(reason -> name(List.of(reason))),
                                Stream.of(words.text("console.overview.sum")))
                        .flatMap(all -> all)
                        .toList());
        days.reversed()
                .forEach(day -> table.row(
                        figures.day(day),
                        withSum(reasons.stream()
                                .map(reason -> failures.on(day, reason))
                                .toList())));
        return table.row(
                words.text("console.overview.sum"),
                withSum(reasons.stream().map(failures::of).toList()));
    }

    private List<String> withSum(List<Long> numbers) {
        return Stream.concat(
                        numbers.stream(),
                        Stream.of(numbers.stream().mapToLong(Long::longValue).sum()))
                .map(figures::number)
                .toList();
    }

    FigureSection latencies(List<Latency> latencies) {
        var section = new FigureSection(
                        "latency", words.text("console.overview.latency"), words.text("console.overview.latency.note"))
                .wide();
        if (latencies.isEmpty()) {
            return section.nothing(words.text("console.overview.latency.none"));
        }
        latencies.forEach(latency -> {
            var name = words.exchange(latency.exchange()) + " · "
                    + words.text(latency.environment().translationKey());
            section.with(new H3(name), chart(name, latency));
        });
        return section;
    }

    private DayChart chart(String name, Latency latency) {
        var median = words.text("console.overview.latency.median");
        var ninth = words.text("console.overview.latency.ninth");
        var places = days.stream()
                .map(day -> {
                    var times = latency.days().get(day);
                    return times == null
                            ? List.<Piece>of()
                            : List.of(
                                    new Piece(1, times.median(), spot(day, median, times.median())),
                                    new Piece(2, times.ninth(), spot(day, ninth, times.ninth())));
                })
                .toList();
        var top = FigureWords.top(latency.days().values().stream()
                .mapToLong(Latency.Day::ninth)
                .max()
                .orElse(1));
        return new DayChart(
                        words.text("console.overview.latency.chart", name),
                        Plot.lines(places, 2, top),
                        List.of(figures.milliseconds(top), figures.milliseconds(top / 2), figures.milliseconds(0)),
                        figures.days(days))
                .legend("line", List.of(median, ninth))
                .table(words.text("console.overview.table"), name, latencyTable(name, latency));
    }

    private String spot(LocalDate day, String name, int milliseconds) {
        return figures.day(day) + " · " + name + " · " + figures.milliseconds(milliseconds);
    }

    private FigureTable latencyTable(String name, Latency latency) {
        var table = new FigureTable(
                name,
                false,
                List.of(
                        words.text("console.overview.day"),
                        words.text("console.overview.latency.median"),
                        words.text("console.overview.latency.ninth"),
                        words.text("console.overview.latency.calls")));
        days.reversed().forEach(day -> {
            var times = latency.days().get(day);
            table.row(
                    figures.day(day),
                    times == null
                            ? List.of("–", "–", figures.number(0))
                            : List.of(
                                    figures.milliseconds(times.median()),
                                    figures.milliseconds(times.ninth()),
                                    figures.number(times.calls())));
        });
        return table;
    }
}
