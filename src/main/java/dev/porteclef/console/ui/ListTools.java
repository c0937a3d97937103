package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.select.Select;
import dev.porteclef.console.KeyOrder;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Between the facets and the list: how many there are, in which order, and from which day on.
final class ListTools extends Composite<Div> {

    /// What the list can be ordered by, with its direction.
    private record Order(KeyOrder by, boolean oldestFirst) {}

    private final Div row = new Div();
    private final Input day = new Input();
    /// While the page fills the field, nobody jumps.
    private boolean filling;

    /// @param changed told of parameters of the query and their values
    /// @param jumped told of the day from which on the list is wanted; nothing: from its beginning
    ListTools(
            LineWords words,
            KeyQuery query,
            Consumer<Map<String, String>> changed,
            Consumer<Optional<LocalDate>> jumped) {
        row.addClassName("console-tools");
        getContent().add(row);
        row.add(order(words, query, changed), day(words, jumped));
        getContent().addClassNames("stack", "tight");
    }

    /// With `first` before all else.
    ListTools with(Component first) {
        row.addComponentAsFirst(first);
        return this;
    }

    /// Shows from which day on the list is; nothing where it begins elsewhere.
    void show(Optional<LocalDate> from) {
        filling = true;
        day.setValue(from.map(LocalDate::toString).orElse(""));
        filling = false;
    }

    private static Component order(LineWords words, KeyQuery query, Consumer<Map<String, String>> changed) {
        var order = new Select<Order>();
        order.setLabel(words.text("console.order"));
        order.setItems(Arrays.stream(KeyOrder.values())
                .flatMap(by -> Arrays.stream(new Order[] {new Order(by, false), new Order(by, true)}))
                .toList());
        order.setItemLabelGenerator(
                one -> words.text(one.by().translationKey() + (one.oldestFirst() ? ".oldest" : "")));
        order.setValue(new Order(query.order(), query.oldestFirst()));
        order.setId("console-order");
        order.addValueChangeListener(change -> {
            var now = change.getValue();
            changed.accept(Map.of("order", QueryText.word(now.by()), "oldest", now.oldestFirst() ? "1" : ""));
        });
        return order;
    }

    private Component day(LineWords words, Consumer<Optional<LocalDate>> jumped) {
        var label = new NativeLabel(words.text("console.jump"));
        day.setType("date");
        day.setId("console-jump");
        label.setFor(day);
        day.addValueChangeListener(change -> {
            if (!filling) {
                jumped.accept(date(change.getValue()));
            }
        });
        var field = new Div(label, day);
        field.addClassName("native-field");
        return field;
    }

    private static Optional<LocalDate> date(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
