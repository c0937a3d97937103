package dev.porteclef.key.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.StrategyProfile;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.verification.Comparison;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Asks what a key is for, and shows before saving what the rights that the exchange listed last would mean then.
final class StrategyDialog extends Dialog {

    private final ExchangeKey key;
    private final KeyWords words;
    private final Exchange exchange;
    private final Language language;
    private final Select<StrategyProfile> profile = new Select<>();
    private final CheckboxGroup<StrategyProfile> addOns = new CheckboxGroup<>();
    private final Div preview = new Div();
    private final Div said = new Div();

    /// @param chosen gets a strategy that the exchange's content knows; the dialog stays open where it throws
    StrategyDialog(ExchangeKey key, KeyWords words, Exchange exchange, Language language, Consumer<Strategy> chosen) {
        this.key = key;
        this.words = words;
        this.exchange = exchange;
        this.language = language;
        addClassName("key-dialog");
        setHeaderTitle(words.text("key.strategy.title", key.label()));
        choose(key.strategy());
        preview.addClassNames("strategy-preview", "stack", "tight");
        preview.getElement().setAttribute("role", "status");
        preview();
        profile.addValueChangeListener(_ -> preview());
        addOns.addValueChangeListener(_ -> preview());
        said.setVisible(false);
        var form = new Div(profile, addOns, preview, said);
        form.addClassName("stack");
        add(form);
        var save = new Button(words.text("key.strategy.save"), _ -> save(chosen));
        save.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var cancel = new Button(words.text("key.dialog.cancel"), _ -> close());
        cancel.addThemeVariants(ButtonVariant.LUMO_TERTIARY);
        getFooter().add(cancel, save);
    }

    private void save(Consumer<Strategy> chosen) {
        said.setVisible(false);
        try {
            chosen.accept(chosen());
        } catch (RuntimeException e) {
            // What was chosen is not lost by a refused save.
            said.removeAll();
            said.setVisible(true);
            said.add(new Notice(Notice.Kind.WARNING, words.text("key.dialog.failed")).announced());
            throw e;
        }
        close();
    }

    private void choose(Strategy now) {
        profile.setLabel(words.text("key.connect.strategy"));
        profile.setItems(exchange.choices());
        profile.setItemLabelGenerator(one -> one.name().in(language));
        profile.setValue(exchange.profile(now.profile())
                .orElseGet(() -> exchange.choices().getFirst()));
        profile.setWidthFull();
        profile.setId("key-new-strategy");
        addOns.setItems(exchange.addOns());
        addOns.setItemLabelGenerator(one -> one.name().in(language));
        addOns.setAriaLabel(words.text("key.connect.addons"));
        addOns.setVisible(!exchange.addOns().isEmpty());
        addOns.setValue(exchange.addOns().stream()
                .filter(addOn -> now.addOns().contains(addOn.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Strategy chosen() {
        return new Strategy(
                profile.getValue().id(),
                addOns.getValue().stream().map(StrategyProfile::id).collect(Collectors.toSet()));
    }

    private void preview() {
        profile.setHelperText(profile.getValue().summary().in(language));
        preview.removeAll();
        var granted = key.report().granted();
        var listedAt = ProvenRights.listedAt(key);
        if (granted == null || listedAt.isEmpty()) {
            preview.add(new Paragraph(words.text("key.strategy.later", words.exchange(key))));
            return;
        }
        preview.add(new Paragraph(words.text("key.strategy.compared", words.time(listedAt.get()))));
        var comparison = Comparison.of(exchange, chosen(), granted);
        var lines = new UnorderedList();
        lines.addClassName("preview-lines");
        line(lines, "key.strategy.missing", comparison.missing(), Glyph.CROSS, "state-red");
        line(lines, "key.strategy.recommended", comparison.recommendedMissing(), Glyph.WARNING, "state-amber");
        line(lines, "key.strategy.excess", comparison.excess(), Glyph.WARNING, "state-amber");
        if (lines.getComponentCount() == 0) {
            lines.add(line(words.text("key.strategy.fits"), Glyph.CHECK, "state-green"));
        }
        preview.add(lines);
    }

    private void line(UnorderedList lines, String text, List<String> boxes, Glyph glyph, String state) {
        if (!boxes.isEmpty()) {
            lines.add(line(words.text(text, boxes.size(), words.boxes(boxes)), glyph, state));
        }
    }

    private static ListItem line(String text, Glyph glyph, String state) {
        var line = new ListItem(glyph.draw(), new Span(text));
        line.addClassName(state);
        return line;
    }
}
