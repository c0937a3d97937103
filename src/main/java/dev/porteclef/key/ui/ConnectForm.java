package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import dev.porteclef.exchange.BotProgram;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.StrategyProfile;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.key.KeyDrafts;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.verification.CredentialFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The form that takes a key: what it is for, which program uses it, the credentials. It owns *what* is asked; the page
/// owns *when* it is sent.
final class ConnectForm extends Composite<Div> {

    private final Exchange exchange;
    private final Language language;
    private final RadioButtonGroup<Environment> environment = new RadioButtonGroup<>();
    private final Anchor makePracticeKey = new Anchor();
    private final TextField label = new TextField();
    private final Select<StrategyProfile> strategy = new Select<>();
    private final CheckboxGroup<StrategyProfile> addOns = new CheckboxGroup<>();
    private final Select<BotProgram> program = new Select<>();
    private final Div caution = new Div();
    private final CredentialFields credentials;
    private final Button submit = new Button();
    private String submitKey = "key.connect.submit";

    /// @param environments where a key can belong to; with one there is nothing to choose
    /// @param typed called with every change of what is not secret
    ConnectForm(
            Exchange exchange,
            Language language,
            List<Environment> environments,
            KeyDrafts.Typed start,
            Consumer<KeyDrafts.Typed> typed,
            Runnable submitted) {
        this.exchange = exchange;
        this.language = language;
        this.credentials = new CredentialFields(exchange, language);
        addClassName("form-card");
        chooseEnvironment(environments);
        nameIt();
        chooseStrategy();
        chooseProgram();
        fill(start, environments);
        submit.setText(getTranslation(submitKey));
        submit.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_LARGE);
        submit.setIcon(Glyph.CHECK.draw());
        submit.setDisableOnClick(true);
        submit.addClickListener(click -> submitted.run());
        var keyHeading = new H2(getTranslation("key.connect.pair"));
        keyHeading.addClassName("card-title");
        getContent()
                .add(
                        label,
                        strategy,
                        addOns,
                        program,
                        caution,
                        environment,
                        makePracticeKey,
                        keyHeading,
                        credentials,
                        submit);
        environment.addValueChangeListener(change -> typed.accept(typed()));
        label.addValueChangeListener(change -> typed.accept(typed()));
        strategy.addValueChangeListener(change -> typed.accept(typed()));
        addOns.addValueChangeListener(change -> typed.accept(typed()));
        program.addValueChangeListener(change -> {
            showCaution(change.getValue());
            typed.accept(typed());
        });
    }

    /// For a key that is to take another's place: what that one was for is taken over, so that only the name and the
    /// credentials are asked for.
    ///
    /// @param submitText the key of what its button says
    ConnectForm takingOver(String submitText) {
        strategy.setVisible(false);
        addOns.setVisible(false);
        program.setVisible(false);
        environment.setVisible(false);
        submitKey = submitText;
        submit.setText(getTranslation(submitKey));
        return this;
    }

    CredentialFields credentials() {
        return credentials;
    }

    /// What is typed, or nothing while something is missing; then the field says so and has the cursor.
    Optional<KeyDraft> read() {
        var name = label.getValue().strip();
        if (name.isEmpty() || name.length() > KeyDraft.MAX_LABEL) {
            refuseLabel(getTranslation("key.connect.label.missing"));
            return Optional.empty();
        }
        if (CredentialFormat.looksLikeCredential(exchange, name)) {
            refuseLabel(getTranslation("key.connect.label.secret"));
            return Optional.empty();
        }
        return Optional.of(new KeyDraft(
                exchange.id(),
                environment.getValue(),
                name,
                chosen(),
                program.getValue().id()));
    }

    /// Empties a label that cannot be kept and says why.
    void refuseLabel(String why) {
        label.clear();
        label.setErrorMessage(why);
        label.setInvalid(true);
        label.focus();
    }

    /// The same as text, secrets excepted.
    KeyDrafts.Typed typed() {
        return new KeyDrafts.Typed(
                environment.getValue().name(),
                label.getValue(),
                chosen().toString(),
                program.getValue().id());
    }

    /// While a check runs nothing can be changed or sent again.
    void setBusy(boolean busy) {
        submit.setEnabled(!busy);
        submit.setText(getTranslation(busy ? "key.connect.checking" : submitKey));
        label.setReadOnly(busy);
        strategy.setReadOnly(busy);
        addOns.setReadOnly(busy);
        program.setReadOnly(busy);
        environment.setReadOnly(busy);
        credentials.setEnabled(!busy);
    }

    private Strategy chosen() {
        return new Strategy(
                strategy.getValue().id(),
                addOns.getValue().stream().map(StrategyProfile::id).collect(Collectors.toSet()));
    }

    private void chooseEnvironment(List<Environment> environments) {
        environment.setLabel(getTranslation("key.connect.environment"));
        environment.setItems(environments);
        environment.setItemLabelGenerator(where -> switch (where) {
            case LIVE -> getTranslation("key.connect.environment.LIVE", exchange.name());
            case PRACTICE -> getTranslation("key.connect.environment.PRACTICE");
        });
        environment.setVisible(environments.size() > 1);
        makePracticeKey.setHref(Addresses.practice(language, exchange.id().value()));
        makePracticeKey.setText(getTranslation("key.connect.practice"));
        makePracticeKey.setTarget(AnchorTarget.BLANK);
        makePracticeKey.addClassName("field-hint");
        environment.addValueChangeListener(
                change -> makePracticeKey.setVisible(change.getValue() == Environment.PRACTICE));
    }

    private void nameIt() {
        label.setLabel(getTranslation("key.connect.label"));
        label.setHelperText(getTranslation("key.connect.label.hint"));
        label.setMaxLength(KeyDraft.MAX_LABEL);
        label.setRequiredIndicatorVisible(true);
        label.setErrorMessage(getTranslation("key.connect.label.missing"));
        label.setAutocomplete(Autocomplete.OFF);
        label.setValueChangeMode(ValueChangeMode.LAZY);
        label.setWidthFull();
        label.setId("key-label");
    }

    private void chooseStrategy() {
        strategy.setLabel(getTranslation("key.connect.strategy"));
        strategy.setItems(exchange.choices());
        strategy.setItemLabelGenerator(profile -> profile.name().in(language));
        strategy.setWidthFull();
        strategy.setId("key-strategy");
        addOns.setItems(exchange.addOns());
        addOns.setItemLabelGenerator(profile -> profile.name().in(language));
        addOns.setAriaLabel(getTranslation("key.connect.addons"));
        addOns.setVisible(!exchange.addOns().isEmpty());
    }

    private void chooseProgram() {
        program.setLabel(getTranslation("key.connect.program"));
        program.setHelperText(getTranslation("key.connect.program.hint"));
        program.setItems(exchange.programs());
        program.setItemLabelGenerator(one -> one.name().in(language));
        program.setWidthFull();
        program.setId("key-program");
    }

    private void fill(KeyDrafts.Typed start, List<Environment> environments) {
        environment.setValue(environments.stream()
                .filter(where -> where.name().equals(start.environment()))
                .findFirst()
                .orElse(environments.getFirst()));
        makePracticeKey.setVisible(environment.getValue() == Environment.PRACTICE);
        label.setValue(start.label());
        var parsed = Strategy.parse(start.strategy());
        var known = exchange.knows(parsed) ? parsed : exchange.defaultStrategy();
        strategy.setValue(exchange.profile(known.profile()).orElseThrow());
        addOns.setValue(exchange.addOns().stream()
                .filter(addOn -> known.addOns().contains(addOn.id()))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new)));
        program.setValue(exchange.programs().stream()
                .filter(one -> one.id().equals(start.program()))
                .findFirst()
                .orElse(exchange.programs().getFirst()));
        showCaution(program.getValue());
    }

    private void showCaution(@Nullable BotProgram chosen) {
        caution.removeAll();
        var text = chosen == null ? null : chosen.caution();
        caution.setVisible(text != null);
        if (text != null) {
            caution.add(new Notice(Notice.Kind.WARNING, text.in(language)));
        }
    }
}
