package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import dev.porteclef.practice.Mishap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The switch for one place where something can go wrong: at most one mishap at a time, and what it does.
final class MishapChoice extends Composite<Div> {

    private final Select<Mishap> choice = new Select<>();
    private final Paragraph effect = new Paragraph();
    private final Button confirm = new Button();
    /// Stays on the page: screen readers speak only for regions they know.
    private final Paragraph said = new Paragraph();

    /// @param label whose mishap it is
    /// @param on what is switched on now, `null` for nothing
    /// @param chosen called with what shall befall, `null` for nothing any more
    MishapChoice(String label, List<Mishap> offered, @Nullable Mishap on, Consumer<@Nullable Mishap> chosen) {
        choice.setLabel(label);
        choice.setItems(offered);
        choice.setEmptySelectionAllowed(true);
        choice.setEmptySelectionCaption(getTranslation("practice.mishap.none"));
        choice.setItemLabelGenerator(
                mishap -> getTranslation(mishap == null ? "practice.mishap.none" : mishap.translationKey()));
        choice.setValue(on);
        choice.addValueChangeListener(change -> {
            chosen.accept(change.getValue());
            show(change.getValue());
            said.setText(
                    change.getValue() == null
                            ? getTranslation("practice.mishap.off")
                            : getTranslation(
                                    "practice.mishap.on",
                                    getTranslation(change.getValue().translationKey())));
        });
        confirm.setText(getTranslation("practice.mishap.confirm"));
        confirm.addClickListener(click -> {
            choice.setValue(null);
            said.setText(getTranslation("practice.mishap.confirmed"));
        });
        effect.addClassNames("mishap-effect");
        said.addClassNames("practice-said", "muted");
        said.getElement().setAttribute("role", "status");
        getContent().addClassName("mishap-choice");
        getContent().add(choice, effect, confirm, said);
        show(on);
    }

    private void show(@Nullable Mishap mishap) {
        effect.setVisible(mishap != null);
        effect.setText(mishap == null ? "" : getTranslation(mishap.effectKey()));
        confirm.setVisible(mishap == Mishap.CONFIRMATION_PENDING);
        getContent().setClassName("mishap-on", mishap != null);
    }
}
