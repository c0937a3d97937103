package dev.porteclef.help.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.dom.Element;
import dev.porteclef.help.Article;
import dev.porteclef.help.Topic;
import dev.porteclef.help.search.Excerpt;
import dev.porteclef.help.search.Hit;
import dev.porteclef.help.search.SearchAnswer;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.Notice;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a search has to say: results with the words of the question marked, or where to look else.
final class SearchResults extends Composite<Div> {

    private static final List<Topic> MOST_READ = List.of(Topic.TROUBLE, Topic.ERRORS, Topic.CONNECT, Topic.LEAK);

    private final transient Texts texts;
    private final transient SearchAddress asked;

    /// @param leak what to do when a secret got out, if there is an article on it
    SearchResults(Texts texts, SearchAddress asked, SearchAnswer answer, Optional<Article> leak) {
        this.texts = texts;
        this.asked = asked;
        getContent().addClassName("help-results");
        switch (answer) {
            case SearchAnswer.Found found -> found(found);
            case SearchAnswer.Nothing nothing -> nothing(nothing);
            case SearchAnswer.Credential() -> getContent().add(credential(leak));
        }
    }

    private void found(SearchAnswer.Found found) {
        getContent()
                .add(
                        heading(text("help.search.found", found.hits().size(), asked.question())),
                        new SearchFilters(texts, asked, found));
        if (found.hits().isEmpty()) {
            getContent().add(new Paragraph(text("help.search.filtered")));
        } else {
            var list = new OrderedList();
            list.addClassName("help-hits");
            found.hits().forEach(hit -> list.add(hit(hit)));
            getContent().add(list);
        }
    }

    private H2 heading(String text) {
        var heading = new H2(text);
        heading.addClassName("help-results-title");
        return heading;
    }

    private ListItem hit(Hit hit) {
        var kind = new Span(text(hit.found().kind().translationKey()));
        kind.addClassName("help-hit-kind");
        var link = new Anchor(hit.found().address());
        marked(link.getElement(), hit.title());
        var excerpt = new Paragraph();
        marked(excerpt.getElement(), hit.summary());
        return new ListItem(link, kind, excerpt);
    }

    /// Parts as text nodes: nothing in them is ever read as markup.
    private static void marked(Element element, Excerpt excerpt) {
        for (var part : excerpt.parts()) {
            element.appendChild(
                    part.marked() ? new Element("mark").setText(part.text()) : Element.createText(part.text()));
        }
    }

    private void nothing(SearchAnswer.Nothing nothing) {
        getContent().add(heading(text("help.search.nothing", asked.question())));
        if (!nothing.near().isEmpty()) {
            var near = new Paragraph(text("help.search.near") + " ");
            nothing.near()
                    .forEach(word -> near.add(
                            link(SearchAddress.of(asked.language(), word).address(), word), new Span(" ")));
            getContent().add(near);
        }
        var topics = new UnorderedList();
        MOST_READ.forEach(topic -> topics.add(new ListItem(
                link(Addresses.help(asked.language()) + "#" + topic.word(), text(topic.translationKey())))));
        getContent().add(new Paragraph(text("help.search.topics")), topics);
        var support = new Paragraph(text("help.search.support") + " ");
        support.add(link(Addresses.keys(asked.language()), text("help.search.support.link")));
        getContent().add(support);
    }

    private static Anchor link(String address, String text) {
        return new Anchor(address, text);
    }

    private Component credential(Optional<Article> leak) {
        var body = Stream.concat(
                Stream.of(new Paragraph(text("help.search.credential.text"))),
                leak.stream().map(article -> link(article.address(), article.title())));
        return new Notice(Notice.Kind.DANGER, text("help.search.credential.title"), body.toArray(Component[]::new))
                .announced();
    }

    private String text(String key, Object... arguments) {
        return texts.get(asked.language(), key, arguments);
    }
}
