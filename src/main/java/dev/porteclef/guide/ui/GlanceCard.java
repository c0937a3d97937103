package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Fact;
import java.util.List;

/// The exchange at a glance: each fact with where it is from and when it was seen.
final class GlanceCard extends Composite<Div> {

    GlanceCard(Wording wording, List<Fact> facts) {
        var list = new DescriptionList();
        list.addClassName("definitions");
        for (var fact : facts) {
            var value = new Span(wording.of(fact.value()));
            var source = new Span(origin(fact), new Span(", " + wording.date(fact.asOf())));
            source.addClassName("fact-source");
            list.add(new Div(
                    new DescriptionList.Term(wording.of(fact.label())),
                    new DescriptionList.Description(value, source)));
        }
        getContent().addClassNames("card", "glance");
        getContent().add(list);
    }

    private static Component origin(Fact fact) {
        var source = Wording.foreign(fact.source());
        var link = fact.link();
        return link == null ? source : new Anchor(link.toString(), source);
    }
}
