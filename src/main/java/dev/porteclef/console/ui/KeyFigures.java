package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.overview.Standings;
import dev.porteclef.key.Headline;
import dev.porteclef.key.Rotation;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.platform.ui.Addresses;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The figures about keys as they stand now; each row leads to its keys in the list.
record KeyFigures(LineWords words, FigureWords figures) {

    FigureSection states(Standings standings) {
        var section = new FigureSection(
                        "states", words.text("console.overview.states"), words.text("console.overview.states.note"))
                .tall();
        if (standings.keys() == 0) {
            return section.nothing(words.text("console.overview.states.none"));
        }
        var table = new FigureTable(
                words.text("console.overview.states"),
                false,
                List.of(
                        words.text("console.overview.state"),
                        words.text("console.overview.keys"),
                        words.text("console.overview.share")));
        standings.states().entrySet().stream()
                .sorted(Comparator.<Map.Entry<Headline, Long>>comparingLong(Map.Entry::getValue)
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .forEach(state -> table.row(
                        link(
                                "headline=" + QueryText.word(state.getKey()),
                                HeadlineBadge.of(words.page(), state.getKey())),
                        state.getKey().tone().name().toLowerCase(Locale.ROOT),
                        share(state.getValue(), standings.keys()),
                        cells(state.getValue(), standings.keys())));
        return section.with(total(table, standings.keys()));
    }

    FigureSection rotation(Standings standings) {
        var section = new FigureSection(
                "rotation",
                words.text("console.overview.rotation"),
                words.text("console.overview.rotation.note", words.rule().days()));
        if (standings.inUse() == 0) {
            return section.nothing(words.text("console.overview.rotation.none"));
        }
        var table = new FigureTable(
                words.text("console.overview.rotation"),
                false,
                List.of(
                        words.text("console.overview.age"),
                        words.text("console.overview.keys"),
                        words.text("console.overview.share")));
        Arrays.stream(Rotation.values()).forEach(rotation -> {
            var keys = switch (rotation) {
                case FINE -> standings.fine();
                case DUE -> standings.due();
                case OVERDUE -> standings.overdue();
            };
            table.row(
                    link(
                            "rotation=" + QueryText.word(rotation),
                            new Span(figures.begun(words.text("console.rotation." + rotation.name())))),
                    switch (rotation) {
                        case FINE -> "green";
                        case DUE -> "amber";
                        case OVERDUE -> "red";
                    },
                    share(keys, standings.inUse()),
                    cells(keys, standings.inUse()));
        });
        return section.with(total(table, standings.inUse()));
    }

    private FigureTable total(FigureTable table, long keys) {
        return table.row(words.text("console.overview.sum"), List.of(figures.number(keys), figures.percent(1)));
    }

    private Anchor link(String query, Component words) {
        var link = new Anchor(Addresses.console(figures.language()) + "?" + query);
        link.add(words);
        return link;
    }

    private List<String> cells(long keys, long of) {
        return List.of(figures.number(keys), figures.percent(keys, of));
    }

    private static double share(long part, long whole) {
        return (double) part / whole;
    }
}
