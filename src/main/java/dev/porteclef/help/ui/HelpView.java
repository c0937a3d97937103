package dev.porteclef.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.help.Article;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Topic;
import dev.porteclef.help.search.HelpSearch;
import dev.porteclef.help.search.SearchAnswer;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.InlineHtml;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHead;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.platform.ui.Reading;
import dev.porteclef.platform.ui.StructuredData;
import dev.porteclef.platform.ui.StructuredData.Crumb;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The entrance of the help center: a field for a question, and what answers it (`?q=…`), or every article under its
/// foremost topic.
@Route(Page.LOCALE + "/help")
@Reading
@AnonymousAllowed
class HelpView extends Page {

    /// What to do when a secret got out.
    private static final String LEAK = "leak-drill";

    private final transient HelpCenter help;
    private final transient HelpSearch search;
    private final transient Texts texts;
    private final transient QuestionsAsked questions;
    private transient boolean pasted;
    private transient boolean counts;
    private transient SearchAddress asked = SearchAddress.of(Language.ENGLISH, "");

    HelpView(HelpCenter help, HelpSearch search, Texts texts, QuestionsAsked questions) {
        this.help = help;
        this.search = search;
        this.texts = texts;
        this.questions = questions;
    }

    /// A secret stays nowhere: not in the address, not in a title, not in a link to the same page.
    @Override
    protected void enter(BeforeEnterEvent event) {
        var query = event.getLocation().getQueryParameters();
        asked = SearchAddress.read(language(), query);
        pasted = query.getSingleParameter(SearchAddress.PASTED).isPresent();
        if (search.isCredential(query.getSingleParameter(SearchAddress.QUESTION).orElse(""))) {
            event.forwardTo(
                    HelpView.class,
                    new RouteParameters("locale", language().tag()),
                    QueryParameters.of(SearchAddress.PASTED, "secret"));
            return;
        }
        counts = asks() && questions.isNew(event, asked);
    }

    @Override
    protected String title() {
        return asks() ? text("help.search.title", asked.question()) : text("help.title");
    }

    /// Search engines are told of the entrance, not of what somebody asked.
    @Override
    public PageHead head() {
        return asks() || pasted
                ? PageHead.hidden(title())
                : new PageHead(
                        title(),
                        text("help.lede"),
                        true,
                        List.of(StructuredData.breadcrumbs(
                                new Crumb(text("shell.home.title"), Addresses.home(language())),
                                new Crumb(title(), Addresses.help(language())))));
    }

    @Override
    public Set<String> reads() {
        return Stream.concat(SearchAddress.PARAMETERS.stream(), Stream.of(SearchAddress.PASTED))
                .collect(Collectors.toSet());
    }

    @Override
    public String spelled(String name, String value) {
        return name.equals(SearchAddress.EXCHANGE) && !isExchange(value)
                ? SearchAddress.UNKNOWN
                : SearchAddress.spelled(name, value);
    }

    /// Whether an article is about it, in whichever language: what is asked here is asked for both.
    private boolean isExchange(String value) {
        var shelf = help.shelf();
        return Stream.of(Language.values())
                .flatMap(one -> shelf.in(one).stream())
                .anyMatch(article -> value.equals(article.exchange()));
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "help");
        add(new PageHeader(text("help.title"), text("help.lede")));
        add(new SearchForm(search, texts, language(), asked.question()));
        if (asks()) {
            var answer = search.answer(language(), asked.question(), asked.filter());
            if (counts && answer instanceof SearchAnswer.Nothing) {
                search.missed(language(), asked.question());
            }
            show(answer);
            return;
        }
        if (pasted) {
            show(new SearchAnswer.Credential());
        }
        var articles = byTopic();
        add(ways(articles.keySet()), topics(articles));
    }

    private void show(SearchAnswer answer) {
        add(new SearchResults(texts, asked, answer, help.shelf().find(LEAK, language())));
    }

    private boolean asks() {
        return asked.asks() && !pasted;
    }

    private Map<Topic, List<Article>> byTopic() {
        return help.shelf().in(language()).stream()
                .collect(Collectors.groupingBy(
                        article -> article.topics().getFirst(), () -> new EnumMap<>(Topic.class), Collectors.toList()));
    }

    /// On a phone the topics stand one below the other, the last of them far away.
    private Nav ways(Set<Topic> topics) {
        var list = new UnorderedList();
        list.addClassName("pills");
        for (var topic : topics) {
            list.add(new ListItem(
                    new Anchor(Addresses.help(language()) + "#" + topic.word(), text(topic.translationKey()))));
        }
        var title = new Paragraph(text("help.topics"));
        title.setId("topics");
        var nav = new Nav(title, list);
        nav.addClassName("help-ways");
        nav.getElement().setAttribute("aria-labelledby", "topics");
        return nav;
    }

    private Component topics(Map<Topic, List<Article>> articles) {
        var topics = new Div();
        topics.addClassName("help-topics");
        articles.forEach((topic, own) -> topics.add(topic(topic, own)));
        return topics;
    }

    private Section topic(Topic topic, List<Article> articles) {
        var heading = new H2(text(topic.translationKey()));
        heading.setId(topic.word());
        heading.getElement().setAttribute("tabindex", "-1");
        var list = new UnorderedList();
        list.addClassName("help-list");
        articles.forEach(
                article -> list.add(new ListItem(InlineHtml.into(new Anchor(article.address()), article.titleHtml()))));
        var section = new Section(heading, list);
        section.addClassNames("card", "help-topic");
        section.getElement().setAttribute("aria-labelledby", topic.word());
        return section;
    }
}
