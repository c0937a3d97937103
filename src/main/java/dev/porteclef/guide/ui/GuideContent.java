package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.ScrollIntoViewOption.Block;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.Page;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.guide.BoxAdvice;
import dev.porteclef.guide.GuideDocument;
import dev.porteclef.guide.GuideDocument.Part;
import dev.porteclef.guide.GuideDocument.Part.SubSection;
import dev.porteclef.guide.GuideDocument.Widget;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Explanations.Explanation;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.InlineHtml;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A guide's document from top to bottom, its widgets in their places.
final class GuideContent extends Composite<Div> {

    /// Steps that show more than their prose, where an exchange's guide has them.
    private static final String STEP_BOXES = "step-boxes";

    private static final String STEP_ADDRESSES = "step-ip";
    private static final String STEP_CONNECT = "step-connect";
    /// Of this section each part is opened on demand.
    static final String QUESTIONS = "questions";
    /// How often the browser is asked where it is: it changes its address only after the page has been drawn.
    private static final int PATIENCE = 5;
    private static final String ONCE_HERE = "error-";

    private final Wording wording;
    private final PageLinks links;
    private final Exchange exchange;
    private final GuideDocument document;
    private final List<String> addresses;
    private final BoxesPart boxes;
    private final BoxList boxesOfStep;
    private final StepList steps;
    private final TroubleEntries trouble;
    private final Map<String, Component> targets = new HashMap<>();
    private final Map<String, Disclosure> disclosures = new HashMap<>();

    GuideContent(
            Wording wording,
            PageLinks links,
            Exchange exchange,
            GuideDocument document,
            Installation installation,
            List<Explanation> troubles,
            BoxesPart boxes) {
        this.wording = wording;
        this.links = links;
        this.exchange = exchange;
        this.document = document;
        this.boxes = boxes;
        addresses = installation.outgoingAddresses();
        boxesOfStep = new BoxList(wording, exchange, Glyph.CHECK);
        steps = new StepList(wording, exchange.id(), document.steps(), this::stepBody);
        trouble = new TroubleEntries(wording, troubles);
        targets.putAll(steps.items());
    }

    /// Builds the page; `chooser` already shows the choice.
    void draw(StrategyChooser chooser) {
        getContent().addClassNames("page", "guide");
        var body = new Div();
        body.addClassName("guide-body");
        document.sections().forEach(section -> body.add(section(section, chooser)));
        var side = contents();
        side.addClassName("guide-contents");
        var folded = new HtmlContainer("details");
        var summary = new HtmlContainer("summary");
        summary.setText(wording.text("guide.contents"));
        folded.addClassName("guide-contents-folded");
        folded.add(summary, contents());
        var columns = new Div(folded, side, body);
        columns.addClassName("guide-columns");
        var action = new Div(links.form(wording.text("guide.connect")));
        action.addClassName("guide-action");
        getContent().add(header(), columns, action);
    }

    /// Follows a choice of strategy.
    void choose(Strategy strategy) {
        boxes.choose(strategy);
        showBoxesOfStep(strategy);
    }

    void showBoxesOfStep(Strategy strategy) {
        boxesOfStep.show(BoxAdvice.of(exchange, strategy).stream()
                .filter(BoxAdvice::ticked)
                .map(BoxAdvice::box)
                .toList());
    }

    /// Restores the ticks that this browser remembers and goes to the part that the address names: on the way from
    /// another page the browser looked for it before there was anything to find.
    ///
    /// @param path of this page; on the way from another page the browser tells that one's address for a moment
    /// @param loaded whether the page came with its first HTML, in which the browser has found the part by itself
    void arrive(UI ui, String path, boolean loaded) {
        steps.recall(ui);
        arrive(ui.getPage(), path, loaded ? Block.NEAREST : Block.START, PATIENCE);
    }

    private void arrive(Page browser, String path, Block place, int questions) {
        browser.fetchCurrentURL(url -> {
            if (url.getPath().endsWith(path)) {
                Optional.ofNullable(url.getRef()).ifPresent(fragment -> show(fragment, place));
            } else if (questions > 1 && isAttached()) {
                arrive(browser, path, place, questions - 1);
            }
        });
    }

    /// Opens what `fragment` names, if it is folded, and scrolls to it. Addresses of explanations that stood on this
    /// page once, and still stand in mails and bookmarks, lead to their articles.
    void show(String fragment) {
        show(fragment, Block.START);
    }

    private void show(String fragment, Block place) {
        if (fragment.startsWith(ONCE_HERE)) {
            var entry = fragment.substring(ONCE_HERE.length());
            UI.getCurrentOrThrow()
                    .navigate(Addresses.troubleshooting(
                            wording.language(), exchange.id().value(), entry));
            return;
        }
        var disclosure = Optional.ofNullable(disclosures.get(fragment));
        disclosure.ifPresent(Disclosure::open);
        disclosure
                .map(Disclosure::target)
                .or(() -> Optional.ofNullable(targets.get(fragment)))
                .ifPresent(part -> part.scrollIntoView(place));
    }

    private Header header() {
        var title = new H1(document.title());
        title.addClassName("page-title");
        var kicker = new Paragraph(wording.text("guide.kicker", exchange.name()));
        kicker.addClassName("overline");
        var lead = links.prose(document.lead());
        lead.addClassName("lede");
        var checked = new Paragraph(
                Glyph.CLOCK.draw(), new Span(wording.text("guide.checked", wording.date(exchange.checkedOn()))));
        checked.addClassName("guide-checked");
        var header = new Header(kicker, title, lead, checked);
        header.addClassNames("page-header", "guide-header");
        return header;
    }

    private Nav contents() {
        var list = new OrderedList();
        list.addClassName("contents-list");
        for (var section : document.sections()) {
            list.add(new ListItem(InlineHtml.into(links.section(section.id()), section.heading())));
        }
        var title = new Paragraph(wording.text("guide.contents"));
        title.addClassName("contents-title");
        var nav = new Nav(title, list);
        nav.setAriaLabel(wording.text("guide.contents"));
        return nav;
    }

    private Section section(GuideDocument.Section section, StrategyChooser chooser) {
        var heading = InlineHtml.into(new H2(), section.heading());
        heading.setId(section.id());
        heading.getElement().setAttribute("tabindex", "-1");
        targets.put(section.id(), heading);
        var drawn = new Section(heading);
        drawn.addClassNames("guide-section", "guide-" + section.id());
        drawn.getElement().setAttribute("aria-labelledby", section.id());
        if (section.id().equals(GuideDocument.STEPS)) {
            drawn.add(steps);
        } else {
            section.parts().forEach(part -> drawn.add(part(section, part, chooser)));
        }
        return drawn;
    }

    private Component part(GuideDocument.Section section, Part part, StrategyChooser chooser) {
        return switch (part) {
            case Part.Prose(var html) -> links.prose(html);
            case Part.Slot(var widget) -> widget(widget, chooser);
            case SubSection sub -> section.id().equals(QUESTIONS) ? disclosure(sub) : article(sub);
        };
    }

    private Component widget(Widget widget, StrategyChooser chooser) {
        return switch (widget) {
            case GLANCE -> new GlanceCard(wording, exchange.facts());
            case STRATEGY -> chooser;
            case GRID -> boxes;
            case ADDRESSES -> new AddressList(wording, addresses);
            case ERRORS -> trouble;
        };
    }

    private Disclosure disclosure(SubSection sub) {
        var disclosure = new Disclosure(sub.id(), sub.heading(), links.prose(sub.html()));
        disclosures.put(sub.id(), disclosure);
        return disclosure;
    }

    private Div article(SubSection sub) {
        var heading = InlineHtml.into(new H3(), sub.heading());
        heading.setId(sub.id());
        targets.put(sub.id(), heading);
        var article = new Div(heading, links.prose(sub.html()));
        article.addClassNames("card", "guide-part");
        return article;
    }

    private List<Component> stepBody(SubSection step) {
        var body = new ArrayList<Component>();
        body.add(links.prose(step.html()));
        switch (step.id()) {
            case STEP_BOXES -> body.add(boxesOfStep);
            case STEP_ADDRESSES -> body.add(new AddressList(wording, addresses));
            case STEP_CONNECT -> body.add(connect());
            default -> {}
        }
        return body;
    }

    private Anchor connect() {
        return links.form(wording.text("guide.connect"));
    }
}
