package dev.porteclef.reminder.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.mail.MailChoices;
import dev.porteclef.mail.MailKind;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;

/// A tick for every kind of mail; each is kept at once. What nobody can decline is ticked for good.
final class MailKinds extends Composite<Div> {

    private final MailChoices choices;
    private final Div said = new Div();

    /// @param days after how many days a key should be replaced
    MailKinds(MailChoices choices, Language language, String email, int days) {
        this.choices = choices;
        var sent = choices.isSent();
        var content = getContent();
        content.addClassName("stack");
        content.add(
                sent
                        ? new Paragraph(getTranslation("reminder.mail.text", email))
                        : new Notice(Notice.Kind.INFO, getTranslation("reminder.mail.none")));
        var declined = choices.declined();
        for (var kind : MailKind.values()) {
            content.add(tick(kind, !declined.contains(kind), days));
        }
        content.add(
                said,
                new Div(new ActionLink(
                        Addresses.outbox(language),
                        getTranslation(sent ? "reminder.mail.outbox.sent" : "reminder.mail.outbox.shown"),
                        ActionLink.Weight.PLAIN,
                        Glyph.LIST)));
    }

    private Checkbox tick(MailKind kind, boolean wanted, int days) {
        var tick = new Checkbox(getTranslation(kind.translationKey()), kind.isMandatory() || wanted);
        var about = kind.translationKey() + ".text";
        tick.setHelperText(kind == MailKind.ROTATION_DUE ? getTranslation(about, days) : getTranslation(about));
        tick.setReadOnly(kind.isMandatory());
        tick.addValueChangeListener(change -> choose(kind, change.getValue()));
        return tick;
    }

    private void choose(MailKind kind, boolean wanted) {
        choices.choose(kind, wanted);
        said.removeAll();
        said.add(new Notice(
                        Notice.Kind.SUCCESS, getTranslation(wanted ? "reminder.mail.wanted" : "reminder.mail.declined"))
                .announced());
    }
}
