package dev.porteclef.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.help.Article;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Shelf;
import dev.porteclef.help.Standing;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.ArticlePart;
import dev.porteclef.platform.ui.ArticlePart.Place;
import dev.porteclef.platform.ui.ArticlePart.Shown;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.platform.ui.InlineHtml;
import dev.porteclef.platform.ui.Notice;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHead;
import dev.porteclef.platform.ui.Reading;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/// An article under its permanent address. Its family and every code that it explains are addresses of it as well, from
/// which a reader is sent on.
@Route(Page.LOCALE + "/help/:exchange/:slug")
@RouteAlias(Page.LOCALE + "/help/:slug")
@Reading
@AnonymousAllowed
class ArticleView extends Page {

    private static final int RELATED = 5;
    private static final int WORTH_CONTENTS = 3;

    private final transient HelpCenter help;
    private final transient List<ArticlePart> parts;
    private transient @Nullable Opened opened;

    private record Opened(Article article, Shelf shelf, QueryParameters query) {}

    ArticleView(HelpCenter help, ObjectProvider<ArticlePart> parts) {
        this.help = help;
        this.parts = parts.orderedStream().toList();
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        var parameters = event.getRouteParameters();
        var exchange = parameters.get("exchange").orElse(null);
        var segment = parameters.get("slug").orElseThrow(NotFoundException::new);
        var shelf = help.shelf();
        var article = shelf.at(language(), exchange, segment).orElseThrow(NotFoundException::new);
        var query = event.getLocation().getQueryParameters();
        if (article.slug().equals(segment)) {
            opened = new Opened(article, shelf, query);
        } else {
            event.forwardTo(ArticleView.class, parameters(article), query);
        }
    }

    private static RouteParameters parameters(Article article) {
        var parameters =
                new HashMap<String, String>(Map.of("locale", article.language().tag(), "slug", article.slug()));
        var exchange = article.exchange();
        if (exchange != null) {
            parameters.put("exchange", exchange);
        }
        return new RouteParameters(parameters);
    }

    @Override
    public String addressIn(Language other) {
        var query = opened().query().getQueryString();
        return opened().shelf()
                .find(article().family(), other)
                .map(article -> article.address() + (query.isEmpty() ? "" : "?" + query))
                .orElseGet(() -> Addresses.help(other));
    }

    @Override
    protected String title() {
        return article().title();
    }

    @Override
    public PageHead head() {
        return ArticleHead.of(article(), text("shell.home.title"), text("help.title"));
    }

    @Override
    public Set<String> reads() {
        return parts.stream().flatMap(part -> part.reads().stream()).collect(Collectors.toSet());
    }

    @Override
    public String spelled(String name, String value) {
        return parts.stream()
                .filter(part -> part.reads().contains(name))
                .map(part -> part.spelled(name, value))
                .findFirst()
                .orElse("");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "article");
        var text = new com.vaadin.flow.component.html.Article();
        text.addClassName("article-text");
        text.add(header());
        behind().ifPresent(text::add);
        addParts(text, Place.ABOVE_TEXT);
        if (!article().lead().isBlank()) {
            text.add(prose(article().lead()));
        }
        if (article().sections().size() >= WORTH_CONTENTS) {
            text.add(contents());
        }
        article().sections().forEach(section -> text.add(section(section)));
        text.add(sources());
        addParts(text, Place.BELOW_TEXT);
        add(way(), text, related());
    }

    private void addParts(Component text, Place place) {
        var shown = new Shown(
                language(), article().family(), article().exchange(), article().codes(), opened().query());
        for (var part : parts) {
            if (part.place() == place) {
                part.draw(shown).ifPresent(drawn -> text.getElement().appendChild(drawn.getElement()));
            }
        }
    }

    private Nav way() {
        var list = new UnorderedList(
                new ListItem(new Anchor(Addresses.help(language()), text("help.title"))),
                new ListItem(new Anchor(
                        Addresses.help(language()) + "#"
                                + article().topics().getFirst().word(),
                        text(article().topics().getFirst().translationKey()))));
        var nav = new Nav(list);
        nav.addClassName("breadcrumb");
        nav.setAriaLabel(text("help.way"));
        return nav;
    }

    private Header header() {
        var title = InlineHtml.into(new H1(), article().titleHtml());
        title.addClassName("page-title");
        var summary = new Paragraph(article().summary());
        summary.addClassName("lede");
        var checked =
                new Paragraph(Glyph.CLOCK.draw(), new Span(text("help.checked", date())), new Span(" · "), toSources());
        checked.addClassName("article-checked");
        var header = new Header(title, summary, checked);
        header.addClassName("page-header");
        return header;
    }

    private Anchor toSources() {
        return new Anchor(
                address("sources"),
                text("help.sources.against", article().sources().size()));
    }

    private String date() {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(language().formats())
                .format(article().reviewedOn());
    }

    private Optional<Component> behind() {
        return opened().shelf().standing(article().family(), language()) == Standing.BEHIND
                ? Optional.of(new Notice(Notice.Kind.INFO, text("help.behind")))
                : Optional.empty();
    }

    private Nav contents() {
        var list = new UnorderedList();
        for (var section : article().sections()) {
            list.add(new ListItem(InlineHtml.into(new Anchor(address(section.id())), section.heading())));
        }
        list.addClassName("contents-list");
        var title = new Paragraph(text("help.contents"));
        title.addClassName("contents-title");
        var nav = new Nav(title, list);
        nav.addClassName("article-contents");
        nav.setAriaLabel(text("help.contents"));
        return nav;
    }

    private Section section(Article.Section section) {
        var heading = InlineHtml.into(new H2(), section.heading());
        heading.setId(section.id());
        heading.getElement().setAttribute("tabindex", "-1");
        var drawn = new Section(heading, prose(section.html()));
        drawn.getElement().setAttribute("aria-labelledby", section.id());
        return drawn;
    }

    private static Html prose(String html) {
        return new Html("<div class=\"prose\">" + html + "</div>");
    }

    private Section sources() {
        var heading = new H2(text("help.sources"));
        heading.setId("sources");
        var list = new UnorderedList();
        for (var source : article().sources()) {
            list.add(
                    source.startsWith("https://")
                            ? new ListItem(outside(source))
                            : new ListItem(SourceName.of(source, this::text)));
        }
        var section = new Section(heading, list);
        section.addClassName("article-sources");
        section.getElement().setAttribute("aria-labelledby", "sources");
        return section;
    }

    private static Anchor outside(String address) {
        var link = new Anchor(address, address.substring("https://".length()));
        link.getElement().setAttribute("rel", "noopener");
        link.getElement().setAttribute("translate", "no");
        return link;
    }

    private Div related() {
        var list = new UnorderedList();
        list.addClassName("help-list");
        opened().shelf()
                .related(article(), RELATED)
                .forEach(other ->
                        list.add(new ListItem(InlineHtml.into(new Anchor(other.address()), other.titleHtml()))));
        var heading = new H2(text("help.related"));
        heading.setId("related");
        var section = new Section(heading, list);
        section.getElement().setAttribute("aria-labelledby", "related");
        var side = new Div(section);
        side.addClassName("article-related");
        return side;
    }

    private String address(String fragment) {
        var query = opened().query().getQueryString();
        return article().address() + (query.isEmpty() ? "" : "?" + query) + "#" + fragment;
    }

    private Article article() {
        return opened().article();
    }

    private Opened opened() {
        return Objects.requireNonNull(opened, "the page is drawn after its address was read");
    }
}
