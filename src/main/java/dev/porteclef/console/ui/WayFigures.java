package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.console.overview.FirstAttempts;
import dev.porteclef.console.overview.FirstAttempts.Rate;
import dev.porteclef.console.overview.Way;
import dev.porteclef.exchange.StrategyProfile;
import dev.porteclef.platform.i18n.Language;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The figures about customers' ways to a first green key.
record WayFigures(LineWords words, FigureWords figures) {

    FigureSection way(Way way) {
        var section =
                new FigureSection("way", words.text("console.overview.way"), words.text("console.overview.way.note"));
        if (way.began() == 0) {
            return section.nothing(words.text("console.overview.way.none"));
        }
        var table = new FigureTable(
                words.text("console.overview.way"),
                false,
                List.of(
                        words.text("console.overview.step"),
                        words.text("console.overview.customers"),
                        words.text("console.overview.share"),
                        words.text("console.overview.stopped")));
        step(table, "GUIDE", way.began(), way.form(), way);
        step(table, "FORM", way.form(), way.checked(), way);
        step(table, "CHECKED", way.checked(), way.green(), way);
        step(table, "GREEN", way.green(), way.green(), way);
        return section.with(
                time(way), table, new Paragraph(words.text("console.overview.way.straight", way.straight())));
    }

    private void step(FigureTable table, String step, long reached, long next, Way way) {
        table.row(
                new Span(words.text("console.overview.step." + step)),
                step.equals("GREEN") ? "green" : "accent",
                (double) reached / way.began(),
                List.of(
                        figures.number(reached),
                        figures.percent(reached, way.began()),
                        step.equals("GREEN") ? "–" : figures.number(reached - next)));
    }

    private Component time(Way way) {
        var median = way.median();
        var ninth = way.ninth();
        if (median == null || ninth == null) {
            return new Paragraph(words.text("console.overview.way.unmeasured"));
        }
        var numbers = new Div(
                number(figures.duration(median), words.text("console.overview.way.median")),
                number(figures.duration(ninth), words.text("console.overview.way.ninth")));
        numbers.addClassName("big-numbers");
        return new Div(new Paragraph(words.text("console.overview.way.measured", way.measured())), numbers);
    }

    private static Component number(String number, String name) {
        var figure = new Span(number);
        figure.addClassName("big-number");
        var line = new Paragraph(new Span(name), figure);
        line.addClassName("big-figure");
        return line;
    }

    FigureSection firstAttempts(FirstAttempts attempts) {
        var section = new FigureSection(
                "first", words.text("console.overview.first"), words.text("console.overview.first.note"));
        if (attempts.byLanguage().isEmpty()) {
            return section.nothing(words.text("console.overview.first.none"));
        }
        return section.with(
                rates("strategy", attempts.byStrategy(), this::strategy),
                rates("language", attempts.byLanguage(), this::language));
    }

    private <T> FigureTable rates(String by, Map<T, Rate> rates, Function<T, Component> name) {
        var table = new FigureTable(
                words.text("console.overview.first." + by),
                true,
                List.of(
                        words.text("console.overview." + by),
                        words.text("console.overview.attempts"),
                        words.text("console.overview.green"),
                        words.text("console.overview.rate")));
        rates.entrySet().stream()
                .sorted(Comparator.<Map.Entry<T, Rate>>comparingLong(
                                one -> one.getValue().attempts())
                        .reversed()
                        .thenComparing(one -> one.getKey().toString()))
                .forEach(one -> table.row(
                        name.apply(one.getKey()),
                        "green",
                        one.getValue().share(),
                        List.of(
                                figures.number(one.getValue().attempts()),
                                figures.number(one.getValue().green()),
                                figures.percent(one.getValue().share()))));
        return table;
    }

    private Component strategy(String profile) {
        return new Span(words.catalogue().all().stream()
                .flatMap(exchange -> exchange.profile(profile).stream())
                .findFirst()
                .map(StrategyProfile::name)
                .map(name -> name.in(figures.language()))
                .orElse(profile));
    }

    /// By its own name.
    private Component language(Language language) {
        var name = new Span(words.page().getTranslation(language.locale(), "shell.language.name"));
        name.getElement().setAttribute("lang", language.tag());
        return name;
    }
}
