package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.StrategyProfile;
import dev.porteclef.platform.ui.Glyph;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the bot will do: one profile, and any additions to it.
final class StrategyChooser extends Composite<Div> {

    private final Wording wording;
    private final Exchange exchange;
    private final Consumer<Strategy> listener;
    private final Map<String, Toggle> profiles = new LinkedHashMap<>();
    private final Map<String, Toggle> addOns = new LinkedHashMap<>();
    private final Div caveats = new Div();
    private Strategy strategy;

    /// @param listener is told each choice that the reader makes
    StrategyChooser(Wording wording, Exchange exchange, Strategy strategy, Consumer<Strategy> listener) {
        this.wording = wording;
        this.exchange = exchange;
        this.strategy = strategy;
        this.listener = listener;
        getContent().addClassName("chooser");
        var choices = fieldset("guide.strategy.profile");
        for (var profile : exchange.choices()) {
            var radio = Toggle.radio("strategy", profile.id());
            radio.onChange(on -> choose(new Strategy(profile.id(), this.strategy.addOns())));
            profiles.put(profile.id(), radio);
            choices.add(radio.labelled("choice", words(profile)));
        }
        getContent().add(choices);
        if (!exchange.addOns().isEmpty()) {
            getContent().add(additions());
        }
        caveats.addClassName("caveats");
        caveats.getElement().setAttribute("aria-live", "polite");
        getContent().add(caveats);
        show();
    }

    /// What an address says of the choice: an unknown or missing one is the content's default.
    static Strategy read(Exchange exchange, Optional<String> text) {
        return text.flatMap(said -> find(exchange, said)).orElseGet(exchange::defaultStrategy);
    }

    /// The strategy that `text` names, if `exchange` has it.
    static Optional<Strategy> find(Exchange exchange, String text) {
        // A plus sign that was not encoded arrives as a space.
        return Optional.of(text.replace(' ', '+'))
                .filter(said -> !said.isEmpty() && !said.startsWith("+"))
                .map(Strategy::parse)
                .filter(exchange::knows);
    }

    private HtmlContainer additions() {
        var additions = fieldset("guide.strategy.addons");
        for (var addOn : exchange.addOns()) {
            var checkbox = Toggle.checkbox(addOn.id());
            checkbox.onChange(on -> choose(new Strategy(strategy.profile(), chosenAddOns())));
            addOns.put(addOn.id(), checkbox);
            additions.add(checkbox.labelled("choice", words(addOn)));
        }
        return additions;
    }

    private Set<String> chosenAddOns() {
        return addOns.entrySet().stream()
                .filter(entry -> entry.getValue().isOn())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private HtmlContainer fieldset(String legendKey) {
        var legend = new HtmlContainer("legend");
        legend.setText(wording.text(legendKey));
        return new HtmlContainer("fieldset", legend);
    }

    private Span words(StrategyProfile profile) {
        var words = new Span(
                Wording.span("choice-name", wording.of(profile.name())),
                Wording.span("choice-summary", wording.of(profile.summary())));
        words.addClassName("choice-words");
        return words;
    }

    private void choose(Strategy choice) {
        strategy = choice;
        show();
        listener.accept(choice);
    }

    private void show() {
        profiles.forEach((id, radio) -> radio.set(id.equals(strategy.profile())));
        addOns.forEach((id, checkbox) -> checkbox.set(strategy.addOns().contains(id)));
        caveats.removeAll();
        Stream.concat(Stream.of(strategy.profile()), strategy.addOns().stream().sorted())
                .flatMap(id -> exchange.profile(id).stream())
                .flatMap(profile -> Stream.ofNullable(profile.caveat()))
                .forEach(caveat -> {
                    var text = new Paragraph(wording.of(caveat));
                    text.addClassName("notice-body");
                    var notice = new Div(Glyph.INFO.draw(), text);
                    notice.addClassNames("notice", "notice-warning");
                    caveats.add(notice);
                });
    }
}
