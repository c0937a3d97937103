package dev.porteclef.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.platform.ui.ActionLink.Weight;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHead;
import dev.porteclef.platform.ui.Reading;
import dev.porteclef.platform.ui.StructuredData;
import java.net.URI;
import java.util.List;
import java.util.Map;

/// The front door: what this is, for whom, the way through it in four steps, and what is promised.
@Route(Page.LOCALE)
@Reading
@AnonymousAllowed
class HomeView extends Page {

    private static final List<String> STEPS = List.of("choose", "tick", "paste", "green");

    private final transient Surroundings surroundings;

    HomeView(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    protected String title() {
        return text("shell.home.title");
    }

    @Override
    public PageHead head() {
        var website = StructuredData.of(
                "WebSite",
                Map.of(
                        "name", surroundings.brand().name(),
                        "url", URI.create(Addresses.home(language())),
                        "inLanguage", language().tag()));
        return new PageHead(
                title(), text("shell.home.lede", surroundings.brand().name()), true, List.of(website));
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "home");
        add(hero(), way(), promises());
    }

    private Component hero() {
        var lede = new Paragraph(text("shell.home.lede", surroundings.brand().name()));
        lede.addClassName("lede");
        var actions = new Div();
        actions.addClassNames("actions", "cluster");
        var exchanges = surroundings.exchanges();
        exchanges.forEach(exchange -> actions.add(openGuide(exchange, exchange.equals(exchanges.getFirst()))));
        if (!exchanges.isEmpty()) {
            var first = exchanges.getFirst().id().value();
            actions.add(new ActionLink(
                            Addresses.connect(language(), first), text("shell.home.connect"), Weight.PLAIN, Glyph.KEY)
                    .large());
        }
        var words = new Div(new H1(text("shell.home.headline")), lede, actions);
        words.addClassName("hero-words");
        surroundings.practised().ifPresent(exchange -> words.add(practise(exchange)));
        var art = new Mark();
        art.addClassName("hero-art");
        var hero = new Section(words, art);
        hero.addClassName("hero");
        return hero;
    }

    private ActionLink openGuide(Exchange exchange, boolean first) {
        return new ActionLink(
                        Addresses.guide(language(), exchange.id().value()),
                        text("shell.home.guide", exchange.name()),
                        first ? Weight.PRIMARY : Weight.PLAIN,
                        Glyph.BOOK)
                .large();
    }

    private Component practise(Exchange exchange) {
        var sentence = new Paragraph(
                Glyph.FLASK.draw(),
                new Anchor(Addresses.practice(language(), exchange.id().value()), text("shell.home.practice")));
        sentence.addClassNames("hero-practice", "state-practice");
        return sentence;
    }

    private Component way() {
        var steps = new OrderedList();
        steps.addClassName("way");
        for (var step : STEPS) {
            var item = new ListItem(
                    new Picture(step),
                    new H3(text("shell.home.way." + step)),
                    new Paragraph(text("shell.home.way." + step + ".text")));
            item.addClassName("way-step");
            steps.add(item);
        }
        var section = new Section(new H2(text("shell.home.way")), steps);
        section.addClassNames("home-section");
        return section;
    }

    private Component promises() {
        var list = new UnorderedList(
                promise(Glyph.BAN, "withdraw"),
                promise(Glyph.SHIELD, "evidence"),
                promise(Glyph.HIDDEN, "secret"),
                promise(Glyph.CLOCK, "outage"));
        list.addClassName("promises");
        var section = new Section(new H2(text("shell.home.promises")), list);
        section.addClassName("home-section");
        return section;
    }

    private ListItem promise(Glyph glyph, String name) {
        var words = new Div(
                new H3(text("shell.home.promise." + name)),
                new Paragraph(text("shell.home.promise." + name + ".text")));
        var promise = new ListItem(glyph.draw(), words);
        promise.addClassName("promise");
        return promise;
    }

    /// A small drawing of a step, made of boxes and glyphs; says nothing that the words beside it do not say.
    private static final class Picture extends Div {

        private Picture(String step) {
            addClassNames("picture", "picture-" + step);
            getElement().setAttribute("aria-hidden", "true");
            switch (step) {
                case "choose" -> add(line("choice"), line("choice", "chosen"), line("choice"));
                case "tick" -> add(ticked(), ticked(), line("box", "never"));
                case "paste" -> add(line("pasted"), line("pasted"));
                default -> add(Glyph.CHECK.draw());
            }
        }

        private static Div ticked() {
            var box = line("box", "ticked");
            box.add(Glyph.CHECK.draw());
            return box;
        }

        private static Div line(String... names) {
            var line = new Div();
            line.addClassNames(names);
            return line;
        }
    }
}
