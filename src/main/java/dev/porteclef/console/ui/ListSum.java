package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.console.KeyLine;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.Sum;
import dev.porteclef.platform.data.Stretch;
import dev.porteclef.platform.ui.Addresses;

/// How many keys the list has and which of them are on the page, so that a screen reader says it whenever that is
/// another; and what is done with all of them at once.
final class ListSum extends Composite<Div> {

    private final Paragraph told = new Paragraph();
    private final Component clear;
    private final Anchor bulk;

    /// @param clear asks for all keys; seen where some are left out
    ListSum(LineWords words, Component clear, CsvLink csv) {
        this.clear = clear;
        told.getElement().setAttribute("role", "status");
        told.addClassName("console-count");
        bulk = new Anchor("", words.text("console.bulk"));
        bulk.addClassNames("action", "action-quiet");
        bulk.setId("keys-bulk");
        getContent().addClassName("console-said");
        getContent().add(told, clear, bulk, csv);
    }

    /// Says of the list of `query` that it has `sum` keys, and shows `page`.
    void show(KeyQuery query, Sum sum, Stretch<KeyLine> page, LineWords words) {
        var keys = words.text(sum.more() ? "console.count.more" : "console.count", sum.number());
        told.setText(
                isWhole(page)
                        ? keys
                        : words.text("console.page.stands", keys, first(query, page, words), last(query, page, words)));
        clear.setVisible(!query.isOpen());
        var said = QueryParameters.simple(QueryText.of(query)).getQueryString();
        bulk.setHref(Addresses.consoleRuns(words.language()) + "?" + (said.isEmpty() ? RunsView.ALL : said));
    }

    /// Where all of the list is acted on at once.
    String bulkAddress() {
        return bulk.getHref();
    }

    private static boolean isWhole(Stretch<KeyLine> page) {
        return page.lines().isEmpty() || (page.before() == null && page.after() == null);
    }

    /// By the time that the list is ordered by.
    private static String first(KeyQuery query, Stretch<KeyLine> page, LineWords words) {
        return words.time(page.lines().getFirst().at(query.order()));
    }

    private static String last(KeyQuery query, Stretch<KeyLine> page, LineWords words) {
        return words.time(page.lines().getLast().at(query.order()));
    }
}
