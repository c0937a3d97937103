package dev.porteclef.reminder.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.mail.Unsubscriptions;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import java.util.Optional;

/// Ends one kind of mail for whoever holds the link of such a mail, after one question and without a sign-in.
@Route(Page.LOCALE + "/unsubscribe/:token([A-Za-z0-9_-]{43})")
@AnonymousAllowed
class UnsubscribeView extends Page {

    private final Unsubscriptions unsubscriptions;
    private String token = "";
    private Optional<Unsubscriptions.Offer> offer = Optional.empty();

    UnsubscribeView(Unsubscriptions unsubscriptions) {
        this.unsubscriptions = unsubscriptions;
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        offer = unsubscriptions.find(token);
    }

    @Override
    protected String title() {
        return text(offer.isPresent() ? "reminder.stop.title" : "reminder.stop.gone");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "page-narrow", "stack");
        offer.ifPresentOrElse(
                this::draw, () -> add(new PageHeader(text("reminder.stop.gone"), text("reminder.stop.gone.text"))));
    }

    private void draw(Unsubscriptions.Offer offered) {
        var kind = new Paragraph(text(offered.kind().translationKey()));
        kind.addClassName("card-title");
        var card = new Div(kind);
        card.addClassNames("card", "stack");
        if (offered.ended()) {
            add(new PageHeader(text("reminder.stop.title")), card);
            card.add(done());
            return;
        }
        add(new PageHeader(text("reminder.stop.title"), text("reminder.stop.lede")), card);
        var stop = new Button(text("reminder.stop.confirm"));
        stop.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        stop.setDisableOnClick(true);
        var actions = new Div(stop);
        actions.addClassName("form-actions");
        stop.addClickListener(_ -> {
            offer = unsubscriptions.confirm(token);
            card.removeAll();
            card.add(kind, done());
        });
        card.add(actions, new Paragraph(text("reminder.stop.back")));
    }

    private Notice done() {
        return new Notice(Notice.Kind.SUCCESS, text("reminder.stop.done"), new Paragraph(text("reminder.stop.back")))
                .announced();
    }
}
