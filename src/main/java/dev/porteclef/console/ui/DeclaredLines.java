package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.console.KeyDesk;
import dev.porteclef.console.Unsent;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.watch.DeclaredIncident;
import dev.porteclef.watch.DeclaredIncidents;
import dev.porteclef.watch.Trouble;
import java.util.function.Consumer;

/// How declared incidents stand in the list of groups.
///
/// @param said shows what came of what was done
record DeclaredLines(
        LineWords words, DeclaredIncidents incidents, KeyDesk people, Unsent unsent, Consumer<Notice> said) {

    /// Where one can be declared.
    Component offer(Trouble trouble) {
        var button = new Button(words.text("console.declare"), Glyph.WARNING.draw());
        button.addClassName("declare");
        button.addThemeVariants(ButtonVariant.LUMO_SMALL);
        button.addClickListener(_ -> new DeclareDialog(
                        words,
                        incidents,
                        trouble,
                        unsent,
                        one -> said.accept(new Notice(
                                Notice.Kind.SUCCESS,
                                words.text("console.declared", one.affected(), words.time(one.since())))))
                .open());
        var line = new Div(button);
        line.addClassNames("cluster", "tight");
        return line;
    }

    /// One that lasts.
    OpenIncident open(DeclaredIncident incident) {
        return new OpenIncident(words, incident, name(incident.declaredBy()), () -> ask(incident));
    }

    /// One that is over.
    ListItem ended(DeclaredIncident incident, DeclaredIncident.End end) {
        var by = end.by();
        var meta = new Paragraph(
                new Span(words.text("console.ended.time", words.time(incident.since()), words.time(end.at()))),
                new Span(words.text(end.ending().translationKey(), by == null ? "" : name(by))),
                new Span(words.text("console.ended.peak", incident.peak())));
        meta.addClassName("key-meta");
        return new ListItem(TroubleHead.of(words, incident.trouble()), meta);
    }

    private void ask(DeclaredIncident incident) {
        var dialog = new ConfirmDialog();
        dialog.setHeader(words.text("console.declared.end.title"));
        dialog.setText(words.text("console.declared.end.text"));
        dialog.setCancelable(true);
        dialog.setCancelText(words.text("console.declared.end.cancel"));
        dialog.setConfirmText(words.text("console.declared.end.confirm"));
        dialog.addConfirmListener(_ -> said.accept(
                incidents.end(incident.id())
                        ? new Notice(Notice.Kind.SUCCESS, words.text("console.declared.over"))
                        : new Notice(Notice.Kind.INFO, words.text("console.declared.over.before"))));
        dialog.open();
    }

    private String name(UserId agent) {
        return people.nameOf(agent).orElse("—");
    }
}
