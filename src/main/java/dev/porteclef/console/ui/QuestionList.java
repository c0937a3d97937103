package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.Headline;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.live.ui.InPlace;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.data.Stretch;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.support.Glance;
import dev.porteclef.support.ui.ReportLines;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One list of the desk under its heading, with the ways to what is older and to what is newer. A question that says
/// what it said before stays the same element.
final class QuestionList extends Composite<Section> {

    /// Which list it is.
    enum Kind {
        /// The oldest first; where there is none, that is said.
        WAITING("support.desk.older", "support.desk.newer"),
        /// The newest first; where there is none, there is no list.
        SETTLED("support.desk.newer", "support.desk.older");

        private final String before;
        private final String after;

        Kind(String before, String after) {
            this.before = before;
            this.after = after;
        }

        private String titleKey() {
            return "support.desk.title." + name();
        }
    }

    private final Page page;
    private final ZoneId zone;
    private final ExchangeCatalogue catalogue;
    private final Kind kind;
    private final Paragraph count = new Paragraph();
    private final Div empty = new Div();
    private final OrderedList list = new OrderedList();
    private final Div card = new Div(list);
    private final Button previous = new Button();
    private final Button next = new Button();
    private final Div pager = new Div(previous, next);
    private final InPlace items = new InPlace();
    private Stretch<Glance> shown = new Stretch<>(List.of(), null, null);

    /// @param page whose locale the texts take
    /// @param turn has another page shown, `null`: the first
    QuestionList(Page page, ZoneId zone, ExchangeCatalogue catalogue, Kind kind, Consumer<@Nullable Place> turn) {
        this.page = page;
        this.zone = zone;
        this.catalogue = catalogue;
        this.kind = kind;
        var heading = new H2(text(kind.titleKey()));
        count.addClassName("console-count");
        empty.add(Glyph.CHECK.draw(), new Paragraph(text("support.desk.waiting.none")));
        empty.addClassName("empty-state");
        list.addClassName("asked");
        card.addClassName("card");
        var id = kind.name().toLowerCase(Locale.ROOT);
        previous.setText(text(kind.before));
        previous.setId(id + "-previous");
        previous.addClickListener(_ -> turn.accept(shown.before()));
        next.setText(text(kind.after));
        next.setId(id + "-next");
        next.addClickListener(_ -> turn.accept(shown.after()));
        pager.addClassName("console-pager");
        pager.getElement().setAttribute("role", "group").setAttribute("aria-label", heading.getText());
        getContent().setId("desk-" + id);
        getContent().addClassNames("stack", "tight");
        getContent().add(heading, count, empty, card, pager);
    }

    /// @param said how many there are in all; empty: nobody counts
    void show(Stretch<Glance> now, String said) {
        shown = now;
        var none = now.lines().isEmpty();
        count.setText(said);
        count.setVisible(!none && !said.isEmpty());
        items.keepOnly(now.lines().stream().map(Glance::id).toList());
        InPlace.arrange(
                list,
                now.lines().stream()
                        .map(one -> items.keep(one.id(), one, () -> item(one)))
                        .toList());
        card.setVisible(!none);
        empty.setVisible(none);
        previous.setEnabled(now.before() != null);
        next.setEnabled(now.after() != null);
        pager.setVisible(now.before() != null || now.after() != null);
        setVisible(!none || kind == Kind.WAITING);
    }

    private Component item(Glance question) {
        var link = new Anchor(
                Addresses.desk(page.language()) + "/" + question.id(),
                question.id().reference());
        link.addClassNames("asked-head", "code");
        var meta = new Paragraph(
                new Span(text("support.desk.asked", time(question.askedAt()))),
                // One that the content does not know any more is called by its id.
                new Span(catalogue
                        .find(question.exchange())
                        .map(Exchange::name)
                        .orElse(question.exchange().value())),
                new Span(text("support.desk.language." + question.language().tag())));
        var settled = question.settled();
        if (settled != null) {
            meta.add(new Span(text(settled.why().translationKey(), time(settled.at()))));
        }
        meta.addClassName("key-meta");
        return new ListItem(link, HeadlineBadge.of(page, Headline.valueOf(question.headline())), meta);
    }

    private String time(Instant at) {
        return ReportLines.time(at, page.language(), zone);
    }

    private String text(String key, Object... arguments) {
        return page.getTranslation(key, arguments);
    }
}
