package dev.porteclef.support.ui;

import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.CredentialGuard.Finding;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.ui.BoxesToChange;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.live.ui.LivePart;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.support.AskOutcome;
import dev.porteclef.support.SupportRequest;
import dev.porteclef.support.SupportRequests;
import dev.porteclef.support.Turn;
import jakarta.annotation.security.RolesAllowed;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Asks support about one key: the question, the report that goes with it for reading first, and what was asked before.
@Route(Page.LOCALE + "/keys/:key([0-9a-f-]{36})/ask")
@RolesAllowed(Role.Names.CUSTOMER)
class AskSupportView extends Page {

    private final ExchangeKeys keys;
    private final SupportRequests requests;
    private final ExchangeCatalogue catalogue;
    private final TextArea question = new TextArea();
    private final Div answer = new Div();
    private final Div boxes = new Div();
    private Section heard = new Section();
    private @Nullable Conversation said;
    private @Nullable ExchangeKey key;
    private String typed = "";

    AskSupportView(
            ExchangeKeys keys,
            SupportRequests requests,
            ExchangeCatalogue catalogue,
            CurrentUser currentUser,
            Bulletin bulletin) {
        this.keys = keys;
        this.requests = requests;
        this.catalogue = catalogue;
        question.setWidthFull();
        question.setMinRows(5);
        question.setMaxLength(SupportRequests.MAX_QUESTION);
        question.setValueChangeMode(ValueChangeMode.LAZY);
        question.setId("question");
        question.addValueChangeListener(change -> remember(change.getValue()));
        LivePart.follow(this, bulletin, () -> Topic.keysOf(currentUser.id()), this::renew);
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var found = event.getRouteParameters()
                .get("key")
                .flatMap(KeyId::of)
                .flatMap(keys::find)
                .orElseThrow(NotFoundException::new);
        if (key == null || !key.id().equals(found.id())) {
            typed = requests.draft(found.id()).orElse("");
        }
        key = found;
    }

    @Override
    protected String title() {
        return text("support.ask.title", shown().label());
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "page-narrow", "stack", "ask");
        question.setLabel(text("support.ask.question"));
        question.setHelperText(text("support.ask.hint"));
        question.setErrorMessage(text("support.ask.secret.looks"));
        question.setValue(typed);
        answer.removeAll();
        var send = new Button(text("support.ask.send"), Glyph.ARROW.draw(), _ -> send());
        send.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
        send.addClickShortcut(Key.ENTER, KeyModifier.CONTROL);
        send.setDisableOnClick(true);
        send.addClickListener(_ -> send.setEnabled(true));
        var actions = new Div(send, back(ActionLink.Weight.QUIET));
        actions.addClassNames("cluster", "actions");
        var form = new Div(question, actions);
        form.addClassNames("card", "stack");
        said = new Conversation(this, language(), zone());
        heard = new Section(new H2(text("support.conversation.title")), said, boxes);
        heard.addClassNames("card", "stack", "tight");
        add(
                new PageHeader(
                        text("support.ask.title", shown().label()),
                        text("support.ask.lede"),
                        new Div(new Anchor(Addresses.policy(language()), text("support.ask.policy")))),
                answer,
                heard,
                form);
        renew();
        requests.report(shown().id()).ifPresent(report -> {
            var heading = new H2(text("support.ask.report"));
            var section = new Section(
                    heading, new Paragraph(text("support.ask.report.text")), ReportLines.draw(this, report));
            section.addClassNames("card", "stack");
            add(section);
        });
    }

    /// At each pause in typing: what gives a credential away is marked at once, and not kept.
    private void remember(String now) {
        typed = now;
        question.setInvalid(false);
        refuse(requests.keepDraft(shown().id(), now));
    }

    private void send() {
        switch (requests.ask(shown().id(), question.getValue(), language())) {
            case AskOutcome.Asked(var request) -> {
                typed = "";
                getContent().removeAll();
                draw();
                answer.add(sent(request));
                answer.scrollIntoView();
            }
            case AskOutcome.HoldsSecret(var finding) -> refuse(finding);
            case AskOutcome.NoQuestion() -> mark(text("support.ask.empty", SupportRequests.MAX_QUESTION));
            case AskOutcome.NoSuchKey() -> throw new NotFoundException();
            case AskOutcome.TooMany(var remaining) -> {
                answer.removeAll();
                answer.add(new Notice(Notice.Kind.WARNING, text("support.ask.wait", remaining.toMinutes() + 1))
                        .announced());
            }
        }
    }

    private void refuse(Finding finding) {
        switch (finding) {
            case NOTHING -> {
                // As it should be.
            }
            case LOOKS_LIKE_CREDENTIAL -> mark(text("support.ask.secret.looks"));
            case OWN_CREDENTIAL -> mark(text("support.ask.secret.own"));
        }
    }

    private void mark(String why) {
        question.setErrorMessage(why);
        question.setInvalid(true);
        question.focus();
    }

    private Notice sent(SupportRequest request) {
        return new Notice(
                        Notice.Kind.SUCCESS,
                        text("support.ask.sent", request.id().reference()),
                        new Paragraph(text("support.ask.sent.text")),
                        back(ActionLink.Weight.PLAIN))
                .announced();
    }

    private ActionLink back(ActionLink.Weight weight) {
        return new ActionLink(
                Addresses.keys(language()) + "/" + shown().id(), text("support.ask.back"), weight, Glyph.KEY);
    }

    /// What was said so far comes first, and below it the boxes to change as long as the key asks for that. Support may
    /// have answered in this moment, or a check has changed what is to do.
    private void renew() {
        if (said == null) {
            return;
        }
        var turns = requests.conversation(shown().id());
        said.show(turns);
        heard.setVisible(!turns.isEmpty());
        boxes.removeAll();
        if (turns.stream().anyMatch(Turn.Answered.class::isInstance)) {
            requests.seen(shown().id());
            keys.find(shown().id())
                    .flatMap(now -> BoxesToChange.link(this, now, catalogue.get(now.exchange()), language()))
                    .ifPresent(boxes::add);
        }
    }

    private ExchangeKey shown() {
        return Objects.requireNonNull(key, "drawn before it was entered");
    }
}
