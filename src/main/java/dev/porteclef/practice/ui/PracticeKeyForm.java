package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.FieldSet;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.PermissionSection;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import dev.porteclef.platform.i18n.Typography;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyOutcome.BadLabel;
import dev.porteclef.practice.PracticeKeyOutcome.InvalidAddress;
import dev.porteclef.practice.PracticeKeyOutcome.NoAddress;
import dev.porteclef.practice.PracticeKeyOutcome.Refusal;
import dev.porteclef.practice.PracticeKeyOutcome.TooManyAddresses;
import dev.porteclef.practice.PracticeKeyOutcome.TooManyKeys;
import dev.porteclef.practice.PracticeKeyOutcome.WrongCode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// The dialog's first step: label, boxes, addresses. Sections and labels are the exchange's own, in its language and
/// its order; what they mean stands below in the reader's. Nothing is ticked at first: ticking is what is practised.
final class PracticeKeyForm extends Composite<Div> {

    private final Language language;
    private final StepHeading heading;
    private final TextField label = new TextField();
    private final Map<String, Checkbox> boxes = new LinkedHashMap<>();
    private final Checkbox anyAddress = new Checkbox();
    private final TextField addresses = new TextField();
    private final Checkbox funded = new Checkbox();
    private final Paragraph problem = new Paragraph();

    /// @param submitted called with this form when it is sent
    PracticeKeyForm(Exchange exchange, Language language, String suggestedLabel, Consumer<PracticeKeyForm> submitted) {
        this.language = language;
        heading = new StepHeading(getTranslation("practice.form.heading"));
        problem.addClassNames("practice-problem", "state-red");
        problem.getElement().setAttribute("role", "alert");
        problem.setVisible(false);

        var send = new Button(getTranslation("practice.form.send"), click -> submitted.accept(this));
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        var actions = new Div(send);
        actions.addClassNames("cluster", "actions");

        getContent().addClassNames("form-card", "practice-dialog");
        getContent()
                .add(
                        heading,
                        label(suggestedLabel),
                        permissions(exchange),
                        addresses(exchange.maxListedAddresses()),
                        practiceOnly(),
                        problem,
                        actions);
    }

    /// What is filled in, with the code of a later step.
    PracticeKeyDraft draft(String code) {
        return new PracticeKeyDraft(
                label.getValue(),
                boxes.entrySet().stream()
                        .filter(box -> box.getValue().getValue())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                anyAddress.getValue() ? null : addresses.getValue(),
                funded.getValue(),
                code);
    }

    /// Takes over what was filled in before.
    void fill(PracticeKeyDraft draft) {
        label.setValue(draft.label());
        boxes.forEach((id, box) -> box.setValue(draft.boxes().contains(id)));
        anyAddress.setValue(draft.addresses() == null);
        addresses.setValue(draft.addresses() == null ? "" : draft.addresses());
        funded.setValue(draft.funded());
    }

    void focusHeading() {
        heading.focus();
    }

    /// Shows why no key was made, at the field that caused it.
    void show(Refusal refusal) {
        label.setInvalid(false);
        addresses.setInvalid(false);
        problem.setVisible(false);
        switch (refusal) {
            case BadLabel(var most) -> fault(label, getTranslation("practice.refused.label", most));
            case NoAddress() -> fault(addresses, getTranslation("practice.refused.no-address"));
            case InvalidAddress(var entry) -> fault(addresses, getTranslation("practice.refused.address", entry));
            case TooManyAddresses(var most) -> fault(addresses, getTranslation("practice.refused.addresses", most));
            case TooManyKeys(var most) -> {
                problem.setText(getTranslation("practice.refused.keys", most));
                problem.setVisible(true);
            }
            case WrongCode() -> throw new IllegalStateException("the form knows nothing of codes");
        }
    }

    private static void fault(TextField field, String message) {
        field.setErrorMessage(message);
        field.setInvalid(true);
        field.focus();
    }

    private Component label(String suggested) {
        label.setLabel(getTranslation("practice.form.label"));
        label.setHelperText(getTranslation("practice.form.label.hint", suggested));
        label.setMaxLength(64);
        label.setRequiredIndicatorVisible(true);
        label.setManualValidation(true);
        label.setAutocomplete(Autocomplete.OFF);
        label.setWidthFull();
        return label;
    }

    private Component permissions(Exchange exchange) {
        var hint = new Paragraph(getTranslation("practice.form.permissions.hint"));
        hint.addClassName("muted");
        var group = new FieldSet(getTranslation("practice.form.permissions"), hint);
        group.addClassName("practice-permissions");
        exchange.sections().forEach(section -> group.add(section(section)));
        return group;
    }

    private Component section(PermissionSection section) {
        var columns = new Div(column(section, Access.READ), column(section, Access.WRITE));
        columns.addClassName("practice-columns");
        var group = new FieldSet();
        group.addClassName("practice-section");
        var legend = new FieldSet.Legend();
        legend.add(own(section.label()), meaning(section.meaning()));
        group.add(legend, columns);
        return group;
    }

    private Component column(PermissionSection section, Access access) {
        var name = new Span(getTranslation("practice.form.access." + access.name()));
        name.addClassName("practice-access");
        var column = new Div(name);
        column.addClassName("practice-column");
        var own = section.boxes().stream().filter(box -> box.access() == access).toList();
        if (own.isEmpty()) {
            column.addClassName("practice-column-empty");
            var none = new Span(getTranslation("practice.form.access.none"));
            none.addClassName("muted");
            column.add(none);
        }
        own.forEach(box -> column.add(box(box)));
        return column;
    }

    private Component box(PermissionBox box) {
        var tick = new Checkbox();
        tick.setId("practice-" + box.id().replace('.', '-'));
        tick.setLabelComponent(own(box.label()));
        tick.setHelperComponent(meaning(box.meaning()));
        boxes.put(box.id(), tick);
        return tick;
    }

    private Component addresses(int most) {
        anyAddress.setLabel(getTranslation("practice.form.addresses.any"));
        anyAddress.setValue(true);
        addresses.setLabel(getTranslation("practice.form.addresses.list"));
        addresses.setHelperText(getTranslation("practice.form.addresses.hint", most));
        addresses.setMaxLength(1000);
        addresses.setManualValidation(true);
        addresses.setAutocomplete(Autocomplete.OFF);
        addresses.setValueChangeMode(ValueChangeMode.ON_CHANGE);
        addresses.setWidthFull();
        addresses.setEnabled(false);
        anyAddress.addValueChangeListener(change -> {
            addresses.setEnabled(!change.getValue());
            addresses.setInvalid(false);
        });
        var group = new FieldSet(getTranslation("practice.form.addresses"), anyAddress);
        group.add(addresses);
        return group;
    }

    private Component practiceOnly() {
        funded.setLabel(getTranslation("practice.form.funded"));
        funded.setHelperText(getTranslation("practice.form.funded.hint"));
        funded.setValue(true);
        var group = new FieldSet(getTranslation("practice.form.only"), funded);
        group.addClassName("practice-only");
        return group;
    }

    /// The exchange's own words: English, whatever the page speaks.
    private static Span own(String words) {
        var span = new Span(words);
        span.addClassName("practice-own-words");
        span.getElement().setAttribute("lang", "en");
        span.getElement().setAttribute("translate", "no");
        return span;
    }

    private Span meaning(LocalizedText text) {
        var span = new Span(Typography.apply(language, text.in(language)));
        span.addClassName("practice-meaning");
        return span;
    }
}
