package dev.porteclef.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.help.Article;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Topic;
import dev.porteclef.help.search.HelpSearch;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHeader;
import java.util.List;
import java.util.Map;

/// The entrance of the help center: a field for a question, and what answers it (`?q=…`), or every article under its
/// foremost topic.
@Route(Page.LOCALE + "/help")
@AnonymousAllowed
class HelpView extends Page {

    /// What to do when a secret got out.
    private static final String LEAK = "leak-drill";

    private final transient HelpCenter help;
    private final transient HelpSearch search;
    private final transient Texts texts;
    private transient SearchAddress asked = SearchAddress.of(Language.ENGLISH, "");

    HelpView(HelpCenter help, HelpSearch search, Texts texts) {
        this.help = help;
        this.search = search;
        this.texts = texts;
    }

    @Override
    protected void enter(BeforeEnterEvent event) {
        asked = SearchAddress.read(language(), event.getLocation().getQueryParameters());
    }

    @Override
    protected String title() {
        return asks() ? text("help.search.title", asked.question()) : text("help.title");
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "help");
        add(new PageHeader(text("help.title"), text("help.lede")));
        var secret = search.isCredential(asked.question());
        add(new SearchForm(search, texts, language(), secret ? "" : asked.question()));
        if (secret) {
            forget();
        }
        if (asked.asks()) {
            add(new SearchResults(
                    texts,
                    asked,
                    search.answer(language(), asked.question(), asked.filter()),
                    help.shelf().find(LEAK, language())));
        }
        if (!asks()) {
            add(topics());
        }
    }

    private boolean asks() {
        return asked.asks() && !search.isCredential(asked.question());
    }

    /// A secret does not stay in the address: not in the history, not in a link to the same page.
    private void forget() {
        rewriteQuery(Map.of(SearchAddress.QUESTION, ""));
    }

    private Component topics() {
        var articles = help.shelf().in(language());
        var topics = new Div();
        topics.addClassName("help-topics");
        for (var topic : Topic.values()) {
            var own = articles.stream()
                    .filter(article -> article.topics().getFirst() == topic)
                    .toList();
            if (!own.isEmpty()) {
                topics.add(topic(topic, own));
            }
        }
        return topics;
    }

    private Section topic(Topic topic, List<Article> articles) {
        var heading = new H2(text(topic.translationKey()));
        heading.setId(topic.word());
        var list = new UnorderedList();
        list.addClassName("help-list");
        articles.forEach(
                article -> list.add(new ListItem(Inline.into(new Anchor(article.address()), article.titleHtml()))));
        var section = new Section(heading, list);
        section.addClassNames("card", "help-topic");
        section.getElement().setAttribute("aria-labelledby", topic.word());
        return section;
    }
}
