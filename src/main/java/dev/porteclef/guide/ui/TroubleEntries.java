package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.guide.GuideDocument.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What can go wrong, each to be opened: first the exchange's error codes, then situations without a code.
final class TroubleEntries extends Composite<Div> {

    /// The fragment of an entry, as `platform.ui.Addresses` writes it, begins with this.
    private static final String PREFIX = "error-";

    private final PageLinks links;
    private final Map<String, Disclosure> byFragment = new LinkedHashMap<>();

    TroubleEntries(Wording wording, PageLinks links, Exchange exchange, List<Entry> entries) {
        this.links = links;
        getContent().addClassName("trouble");
        add(wording.text("guide.errors.codes"), entries, exchange, true);
        add(wording.text("guide.errors.situations"), entries, exchange, false);
    }

    /// The entries by the fragments that lead to them.
    Map<String, Disclosure> byFragment() {
        return byFragment;
    }

    private void add(String title, List<Entry> entries, Exchange exchange, boolean codes) {
        var group = entries.stream()
                .filter(entry -> codes == exchange.error(entry.id()).isPresent())
                .map(this::disclosure)
                .toList();
        if (!group.isEmpty()) {
            getContent().add(new H3(title));
            group.forEach(getContent()::add);
        }
    }

    private Disclosure disclosure(Entry entry) {
        var text = new Div();
        for (var alias : entry.ids().subList(1, entry.ids().size())) {
            var mark = new Span();
            mark.setId(PREFIX + alias);
            text.add(mark);
        }
        text.add(links.prose(entry.html()));
        var disclosure = new Disclosure(PREFIX + entry.id(), entry.heading(), text);
        entry.ids().forEach(id -> byFragment.put(PREFIX + id, disclosure));
        return disclosure;
    }
}
