package dev.porteclef.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.porteclef.help.Article;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.Topic;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHead;
import dev.porteclef.platform.ui.PageHeader;
import dev.porteclef.platform.ui.StructuredData;
import dev.porteclef.platform.ui.StructuredData.Crumb;
import java.util.List;

/// The entrance of the help center: every article under its foremost topic.
@Route(Page.LOCALE + "/help")
@AnonymousAllowed
class HelpView extends Page {

    private final transient HelpCenter help;

    HelpView(HelpCenter help) {
        this.help = help;
    }

    @Override
    protected String title() {
        return text("help.title");
    }

    @Override
    public PageHead head() {
        var way = StructuredData.breadcrumbs(
                new Crumb(text("shell.home.title"), Addresses.home(language())),
                new Crumb(title(), Addresses.help(language())));
        return new PageHead(title(), text("help.lede"), true, List.of(way));
    }

    @Override
    protected void draw() {
        getContent().addClassNames("page", "help");
        add(new PageHeader(title(), text("help.lede")));
        add(topics());
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
