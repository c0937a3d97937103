package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.List;

/// A table of figures: a caption, a name for each column, and rows that begin with what they are about. A bar below a
/// row's name repeats for the eye what a number says.
final class FigureTable extends Composite<NativeTable> {

    private final NativeTableBody body;

    FigureTable(String caption, boolean captionShown, List<String> columns) {
        var words = new Span(caption);
        if (!captionShown) {
            words.addClassName("visually-hidden");
        }
        getContent().getCaption().add(words);
        getContent().addClassName("figures");
        var head = new NativeTableRow();
        columns.forEach(column -> head.add(header(new Span(column), "col")));
        getContent().getHead().add(head);
        body = getContent().addBody();
    }

    /// A row without a bar.
    FigureTable row(String name, List<String> cells) {
        return row(header(new Span(name), "row"), cells);
    }

    /// A row with a bar in the colour of `tone` (`green`, `amber`, `red`, `grey`, `accent`).
    FigureTable row(Component name, String tone, double share, List<String> cells) {
        var bar = Plot.bar(share);
        bar.addClassNames("figure-bar", "state-" + tone);
        var head = header(name, "row");
        head.add(bar);
        return row(head, cells);
    }

    private FigureTable row(NativeTableHeaderCell head, List<String> cells) {
        var row = new NativeTableRow(head);
        cells.forEach(cell -> row.add(new NativeTableCell(cell)));
        body.add(row);
        return this;
    }

    private static NativeTableHeaderCell header(Component words, String scope) {
        var header = new NativeTableHeaderCell(words);
        header.getElement().setAttribute("scope", scope);
        return header;
    }
}
