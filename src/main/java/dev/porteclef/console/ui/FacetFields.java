package dev.porteclef.console.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.NativeLabel;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.key.Headline;
import dev.porteclef.key.Life;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.key.Rotation;
import dev.porteclef.verification.Harmlessness;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every facet of a key as a field: what an agent asks for most stays in sight, the rest folds. A change is told as the
/// parameter of the address that it is.
final class FacetFields extends Composite<Div> {

    private final LineWords words;
    private final Consumer<Map<String, String>> changed;
    private final TextField text = new TextField();
    private final MultiSelectComboBox<Headline> headlines = new MultiSelectComboBox<>();
    private final Input since = new Input();
    private final Map<String, Select<String>> selects = new LinkedHashMap<>();
    private final TextField code = new TextField();
    private final NativeDetails more;
    /// While the fields are filled by the page, they tell nothing.
    private boolean filling;

    FacetFields(LineWords words, Consumer<Map<String, String>> changed) {
        this.words = words;
        this.changed = changed;
        drawText();
        drawHeadlines();
        var cause = select(
                "cause",
                LikelyCause.all(),
                one -> words.text(one.translationKey()),
                one -> QueryText.lower(one.name()));
        var exchanges = words.catalogue().all();
        var folded = new ArrayList<Select<String>>();
        folded.add(select(
                "exchange", exchanges, Exchange::name, exchange -> exchange.id().value()));
        folded.add(enums("kind", Environment.values(), one -> one.translationKey()));
        folded.add(strategies(exchanges));
        folded.add(enums("proof", Harmlessness.values(), one -> "console.proof." + one));
        folded.add(enums("life", Life.values(), one -> "console.life." + one));
        folded.add(enums("rotation", Rotation.values(), one -> "console.rotation." + one));
        code.setLabel(words.text("console.facet.code"));
        code.setId("facet-code");
        code.setClearButtonVisible(true);
        code.setValueChangeMode(ValueChangeMode.LAZY);
        code.addValueChangeListener(change -> tell("code", change.getValue().strip()));
        var rest = new Div(code);
        folded.forEach(rest::add);
        rest.addClassName("facets");
        more = new NativeDetails(words.text("console.facet.more"), rest);
        more.addClassName("fold-plain");
        var first = new Div(text, headlines, cause, sinceField());
        first.addClassName("facets");
        getContent().addClassNames("stack", "tight");
        getContent().getElement().setAttribute("role", "search");
        getContent().add(first);
    }

    /// The fields that fold; the page puts them where it has room.
    NativeDetails more() {
        return more;
    }

    /// Puts the cursor where a customer or a label is looked for.
    void focusText() {
        text.focus();
    }

    /// Shows what `query` asks for.
    void show(KeyQuery query) {
        filling = true;
        var said = QueryText.of(query);
        text.setValue(query.text());
        code.setValue(said.getOrDefault("code", ""));
        headlines.setValue(query.headlines());
        selects.forEach((name, select) -> {
            var value = said.get(name);
            // What the content does not know any more cannot be chosen.
            select.setValue(value != null && items(select).contains(value) ? value : null);
        });
        var at = query.since();
        since.setValue(
                at == null
                        ? ""
                        : LocalDateTime.ofInstant(at, words.zone()).withNano(0).toString());
        var hidden = Stream.concat(Stream.of("code"), selects.keySet().stream().filter(name -> !name.equals("cause")));
        more.setOpen(more.isOpen() || hidden.anyMatch(said::containsKey));
        filling = false;
    }

    private void drawText() {
        text.setLabel(words.text("console.facet.find"));
        text.setClearButtonVisible(true);
        text.setValueChangeMode(ValueChangeMode.LAZY);
        text.setId("facet-find");
        // Out of the field, where single keys act.
        text.addKeyDownListener(Key.ESCAPE, _ -> text.blur());
        text.addValueChangeListener(change -> {
            var part = change.getValue().strip();
            text.setHelperText(
                    part.isEmpty() || part.length() >= KeyQuery.SHORTEST_TEXT
                            ? ""
                            : words.text("console.facet.find.hint", KeyQuery.SHORTEST_TEXT));
            tell("find", part);
        });
    }

    private void drawHeadlines() {
        headlines.setLabel(words.text("console.facet.headline"));
        headlines.setItems(Headline.values());
        headlines.setItemLabelGenerator(headline -> words.text(headline.translationKey()));
        headlines.setClearButtonVisible(true);
        headlines.setPlaceholder(words.text("console.facet.any"));
        headlines.setId("facet-headline");
        headlines.addValueChangeListener(change -> tell("headline", QueryText.headlines(change.getValue())));
    }

    private Div sinceField() {
        var label = new NativeLabel(words.text("console.facet.since"));
        since.setType("datetime-local");
        since.setId("facet-since");
        label.setFor(since);
        since.addValueChangeListener(change -> tell("since", instant(change.getValue())));
        var field = new Div(label, since);
        field.addClassName("native-field");
        return field;
    }

    private String instant(String typed) {
        try {
            return typed.isEmpty()
                    ? ""
                    : LocalDateTime.parse(typed)
                            .atZone(words.zone())
                            .toInstant()
                            .toString();
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private <E extends Enum<E>> Select<String> enums(String name, E[] values, Function<E, String> key) {
        return select(name, Arrays.asList(values), one -> words.text(key.apply(one)), QueryText::word);
    }

    /// Of several exchanges, each profile once.
    private Select<String> strategies(Collection<Exchange> exchanges) {
        var names = new TreeMap<String, String>();
        exchanges.stream()
                .flatMap(exchange -> exchange.choices().stream())
                .forEach(profile ->
                        names.putIfAbsent(profile.id(), profile.name().in(words.language())));
        return select("strategy", names.keySet(), id -> names.getOrDefault(id, id), id -> id);
    }

    private <T> Select<String> select(
            String name, Collection<T> values, Function<T, String> label, Function<T, String> word) {
        var labels = values.stream()
                .collect(Collectors.toMap(word, label, (one, _) -> one, LinkedHashMap<String, String>::new));
        var select = new Select<String>();
        select.setLabel(words.text("console.facet." + name));
        select.setItems(labels.keySet());
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(words.text("console.facet.any"));
        select.setItemLabelGenerator(
                one -> one == null ? words.text("console.facet.any") : labels.getOrDefault(one, one));
        select.setId("facet-" + name);
        select.addValueChangeListener(change -> tell(name, change.getValue() == null ? "" : change.getValue()));
        selects.put(name, select);
        return select;
    }

    private static List<String> items(Select<String> select) {
        return select.getListDataView().getItems().toList();
    }

    private void tell(String name, String value) {
        if (!filling) {
            changed.accept(Map.of(name, value));
        }
    }
}
