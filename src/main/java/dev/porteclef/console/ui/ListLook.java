package dev.porteclef.console.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeDetails;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BiConsumer;

/// What the list tells of each key, and how close its rows stand.
final class ListLook extends Composite<NativeDetails> {

    /// @param chosen told of the columns and whether the rows stand close
    ListLook(LineWords words, Set<KeyColumn> columns, boolean dense, BiConsumer<Set<KeyColumn>, Boolean> chosen) {
        var shown = new CheckboxGroup<KeyColumn>(words.text("console.columns"));
        shown.setItems(KeyColumn.values());
        shown.setItemLabelGenerator(column -> words.text(column.translationKey()));
        shown.setValue(columns);
        shown.setId("console-columns");
        var close = new Checkbox(words.text("console.dense"), dense);
        close.setId("console-dense");
        shown.addValueChangeListener(_ -> chosen.accept(some(shown.getValue()), close.getValue()));
        close.addValueChangeListener(_ -> chosen.accept(some(shown.getValue()), close.getValue()));
        var content = new Div(shown, close);
        content.addClassNames("stack", "tight");
        getContent().setSummaryText(words.text("console.look"));
        getContent().addClassName("fold-plain");
        getContent().setContent(content);
    }

    private static Set<KeyColumn> some(Set<KeyColumn> columns) {
        return columns.isEmpty() ? EnumSet.noneOf(KeyColumn.class) : EnumSet.copyOf(columns);
    }
}
