package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.key.ExchangeKey;

/// The other way out where a key has seen larger nonces: to count in microseconds, too. It cannot be undone and locks
/// other programs out, so it is folded away, says so, and takes a tick before the button can be pressed.
final class MicrosecondsChoice extends Composite<HtmlContainer> {

    private final ExchangeKey key;
    private final KeyWords words;
    private final Remedies remedies;

    MicrosecondsChoice(ExchangeKey key, VerdictParts parts, Remedies remedies) {
        this.key = key;
        this.words = parts.words();
        this.remedies = remedies;
        var summary = new HtmlContainer("summary");
        summary.add(new Span(words.text("key.microseconds.title")));
        var body = new Div(
                new Paragraph(words.text("key.microseconds.how", words.exchange(key))),
                new Paragraph(words.text("key.microseconds.price")));
        body.addClassName("cause-body");
        parts.entries().microseconds().ifPresent(entry -> body.add(new Anchor(entry, words.text("key.action.more"))));
        body.add(new Button(words.text("key.microseconds.open"), click -> ask()));
        getContent().addClassName("last-resort");
        getContent().add(summary, body);
    }

    @Override
    protected HtmlContainer initContent() {
        return new HtmlContainer("details");
    }

    private void ask() {
        var agreed = new Checkbox(words.text("key.microseconds.agree"));
        agreed.setId("microseconds-agreed");
        var confirm = new Button(words.text("key.microseconds.confirm"));
        confirm.addThemeVariants(ButtonVariant.LUMO_PRIMARY, ButtonVariant.LUMO_ERROR);
        confirm.setEnabled(false);
        agreed.addValueChangeListener(change -> confirm.setEnabled(change.getValue()));
        var dialog = new ConfirmDialog();
        dialog.setHeader(words.text("key.microseconds.question", key.label()));
        dialog.add(new Paragraph(words.text("key.microseconds.price")), agreed);
        dialog.setCancelable(true);
        dialog.setCancelText(words.text("key.microseconds.cancel"));
        dialog.setConfirmButton(confirm);
        confirm.addClickListener(click -> {
            // Asked here again: a button that is disabled in the browser only would not be consent.
            if (agreed.getValue()) {
                dialog.close();
                remedies.countInMicroseconds();
            }
        });
        dialog.open();
    }
}
