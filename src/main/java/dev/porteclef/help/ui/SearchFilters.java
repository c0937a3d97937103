package dev.porteclef.help.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.help.Topic;
import dev.porteclef.help.search.Findable;
import dev.porteclef.help.search.Findable.Kind;
import dev.porteclef.help.search.SearchAnswer;
import dev.porteclef.help.search.SearchFilter;
import dev.porteclef.platform.i18n.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/// What the results can be narrowed down to: links, so that the address says what is chosen and nothing needs a script.
/// A choice that is made leads back to all.
final class SearchFilters extends Composite<Nav> {

    private final transient Texts texts;
    private final transient SearchAddress asked;
    private final Div groups = new Div();

    SearchFilters(Texts texts, SearchAddress asked, SearchAnswer.Found found) {
        this.texts = texts;
        this.asked = asked;
        var summary = new HtmlContainer("summary");
        summary.setText(text("help.search.filter"));
        var folded = new HtmlContainer("details");
        folded.addClassNames("fold-plain", "help-narrow");
        groups.addClassName("help-filters");
        folded.add(summary, groups);
        folded.getElement().setAttribute("open", !asked.filter().equals(SearchFilter.NONE));
        getContent().getElement().setAttribute("aria-label", text("help.search.filter"));
        getContent().add(folded);
        var all = found.all();
        var filter = asked.filter();
        group(
                "help.search.filter.kind",
                Arrays.stream(Kind.values())
                        .filter(kind -> kind == filter.kind() || all.stream().anyMatch(one -> one.kind() == kind))
                        .toList(),
                kind -> text(kind.translationKey()),
                kind -> kind == filter.kind(),
                kind -> asked.with(kind == filter.kind() ? null : kind));
        group(
                "help.search.filter.topic",
                Arrays.stream(Topic.values())
                        .filter(topic -> topic.word().equals(filter.topic())
                                || all.stream().anyMatch(one -> one.tags().contains(topic.word())))
                        .toList(),
                topic -> text(topic.translationKey()),
                topic -> topic.word().equals(filter.topic()),
                topic -> asked.withTopic(topic.word().equals(filter.topic()) ? "" : topic.word()));
        group(
                "help.search.filter.exchange",
                all.stream()
                        .map(Findable::exchange)
                        .filter(exchange -> !exchange.isEmpty())
                        .distinct()
                        .toList(),
                exchange -> exchange,
                exchange -> exchange.equals(filter.exchange()),
                exchange -> asked.withExchange(exchange.equals(filter.exchange()) ? "" : exchange));
    }

    private <T> void group(
            String name,
            List<T> choices,
            Function<T, String> label,
            Function<T, Boolean> chosen,
            Function<T, SearchAddress> address) {
        if (choices.size() < 2 && choices.stream().noneMatch(chosen::apply)) {
            return;
        }
        var list = new UnorderedList();
        list.addClassName("pills");
        list.getElement().setAttribute("aria-label", text(name));
        var heading = new Span(text(name));
        heading.getElement().setAttribute("aria-hidden", "true");
        for (var choice : choices) {
            var link = new Anchor(address.apply(choice).address(), label.apply(choice));
            if (chosen.apply(choice)) {
                link.getElement().setAttribute("aria-current", "true");
            }
            list.add(new ListItem(link));
        }
        groups.add(heading, list);
    }

    private String text(String key) {
        return texts.get(asked.language(), key);
    }
}
