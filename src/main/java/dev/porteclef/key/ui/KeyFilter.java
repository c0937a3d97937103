package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.porteclef.exchange.Environment;
import dev.porteclef.key.ExchangeKey;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

/// Finds keys among many, by name or ending and by kind.
final class KeyFilter extends Composite<Div> {

    /// Which keys are wanted; its text form stands in the address.
    enum Show {
        ALL,
        ATTENTION,
        LIVE,
        PRACTICE;

        static Show of(String parameter) {
            return Arrays.stream(values())
                    .filter(show -> show.parameter().equals(parameter))
                    .findFirst()
                    .orElse(ALL);
        }

        /// Empty for all.
        String parameter() {
            return this == ALL ? "" : name().toLowerCase(Locale.ROOT);
        }

        /// The key of its text in both languages.
        String translationKey() {
            return "key.filter." + name();
        }
    }

    /// @param text part of a label or of the last four characters; empty: any
    record Wanted(Show show, String text) {

        static final Wanted ANY = new Wanted(Show.ALL, "");

        boolean isAny() {
            return show == Show.ALL && text.isBlank();
        }

        boolean matches(ExchangeKey key) {
            var part = text.strip().toLowerCase(Locale.ROOT);
            return isKind(key)
                    && (key.label().toLowerCase(Locale.ROOT).contains(part)
                            || key.tail().toLowerCase(Locale.ROOT).endsWith(part));
        }

        private boolean isKind(ExchangeKey key) {
            return switch (show) {
                case ALL -> true;
                case ATTENTION -> KeyGroup.needsAttention(key);
                case LIVE -> key.environment() == Environment.LIVE;
                case PRACTICE -> key.environment() == Environment.PRACTICE;
            };
        }
    }

    KeyFilter(Wanted start, Consumer<Wanted> changed) {
        var text = new TextField(getTranslation("key.filter.text"));
        text.setValue(start.text());
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setId("key-find");
        var show = new Select<Show>();
        show.setLabel(getTranslation("key.filter.show"));
        show.setItems(Show.values());
        show.setItemLabelGenerator(one -> getTranslation(one.translationKey()));
        show.setValue(start.show());
        show.setId("key-show");
        text.addValueChangeListener(_ -> changed.accept(new Wanted(show.getValue(), text.getValue())));
        show.addValueChangeListener(_ -> changed.accept(new Wanted(show.getValue(), text.getValue())));
        getContent().addClassName("key-filter");
        getContent().getElement().setAttribute("role", "search");
        getContent().add(text, show);
    }
}
