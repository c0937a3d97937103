package dev.porteclef.practice.ui;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeyOutcome.Refusal;
import dev.porteclef.practice.PracticeKeyOutcome.WrongCode;
import dev.porteclef.practice.PracticeKeys;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/// The practice exchange's dialog for a new key, step by step as on the real one, above the keys made so far and what
/// can go wrong with them.
/// Entering the page anew (a reload, the other language) returns to the form, and a key just made is shown no more.
@Route(value = Page.LOCALE + "/practice/bitfinex", registerAtStartup = false)
@RolesAllowed(Role.Names.CUSTOMER)
class PracticeKeysView extends Page {

    private final PracticeKeys keys;
    private final Exchange exchange;
    private final String suggestedLabel;
    private final Div stage = new Div();
    private final MishapBanner banner;
    private final PracticeKeyList list;
    private final ExchangeMishaps exchangeMishaps;
    private @Nullable PracticeKeyForm form;

    PracticeKeysView(PracticeKeys keys, Mishaps mishaps, PracticeNavigation navigation, Installation installation) {
        this.keys = keys;
        exchange = navigation.imitated();
        suggestedLabel = installation.brand().keyLabel();
        banner = new MishapBanner(mishaps, keys, this::drawMishaps);
        list = new PracticeKeyList(keys, mishaps, exchange, banner::draw);
        exchangeMishaps = new ExchangeMishaps(mishaps, banner::draw);
        stage.addClassName("practice-stage");
        getContent().addClassName("practice-page");
    }

    @Override
    protected String title() {
        return text("practice.title");
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        stage.removeAll();
    }

    @Override
    protected void draw() {
        var page = new Section(header(), banner, stage, list, exchangeMishaps);
        page.addClassNames("page", "stack");
        add(new PracticeBand(exchange.name()), page);
        banner.draw();
        drawMishaps();
        showForm(form == null ? null : form.draft(""));
    }

    private void drawMishaps() {
        list.draw(language());
        exchangeMishaps.draw();
    }

    private Header header() {
        var lede = new Paragraph(text("practice.lede"));
        lede.addClassName("lede");
        var guide = new Anchor(Addresses.guide(language(), exchange.id().value()), text("practice.guide"));
        guide.setTarget(AnchorTarget.BLANK);
        guide.addClassName("action");
        guide.addComponentAsFirst(Glyph.BOOK.draw());
        var rehearsal = new ActionLink(
                RehearsalView.address(language(), exchange),
                text("practice.rehearsal.link"),
                ActionLink.Weight.PLAIN,
                Glyph.LIST);
        var ways = new Div(guide, rehearsal);
        ways.addClassName("cluster");
        var header = new Header(new H1(text("practice.title")), lede, ways);
        header.addClassName("page-header");
        return header;
    }

    private void showForm(@Nullable PracticeKeyDraft typed) {
        var shown = new PracticeKeyForm(exchange, language(), suggestedLabel, this::submit);
        if (typed != null) {
            shown.fill(typed);
        }
        form = shown;
        stage.removeAll();
        stage.add(shown);
    }

    private void submit(PracticeKeyForm submitted) {
        keys.review(submitted.draft("")).ifPresentOrElse(submitted::show, () -> showCode(submitted, false));
    }

    private void showCode(PracticeKeyForm submitted, boolean wrong) {
        stage.removeAll();
        stage.add(new CodeStep(keys.code(), wrong, typed -> confirm(submitted, typed), () -> back(submitted)));
    }

    private void confirm(PracticeKeyForm submitted, String code) {
        var draft = submitted.draft(code);
        keys.confirm(draft).ifPresentOrElse(refusal -> refuse(submitted, refusal), () -> showMail(submitted, draft));
    }

    private void showMail(PracticeKeyForm submitted, PracticeKeyDraft draft) {
        stage.removeAll();
        stage.add(new MailStep(() -> create(submitted, draft), () -> back(submitted)));
    }

    private void create(PracticeKeyForm submitted, PracticeKeyDraft draft) {
        switch (keys.create(draft)) {
            case Created created -> showOnce(created);
            case Refusal refusal -> refuse(submitted, refusal);
        }
    }

    private void showOnce(Created created) {
        form = null;
        stage.removeAll();
        stage.add(new NewKeyPanel(created, language(), exchange, () -> {
            showForm(null);
            focusForm();
        }));
        list.draw(language());
    }

    private void refuse(PracticeKeyForm submitted, Refusal refusal) {
        if (refusal instanceof WrongCode) {
            showCode(submitted, true);
        } else {
            back(submitted);
            submitted.show(refusal);
        }
    }

    private void back(PracticeKeyForm submitted) {
        stage.removeAll();
        stage.add(submitted);
        submitted.focusHeading();
    }

    private void focusForm() {
        if (form != null) {
            form.focusHeading();
        }
    }
}
