package dev.porteclef.console.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.ScrollIntoViewOption;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import dev.porteclef.console.KeyLine;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.ui.HeadlineBadge;
import dev.porteclef.platform.ui.Addresses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One page of the list: a table where there is room, a card for each key on a phone. Whatever else changes in a row,
/// its link stays the same element, and with it the focus. The row of the key at hand is marked, and stays so.
final class KeyTable extends Composite<Div> {

    private final NativeTable table = new NativeTable();
    private final NativeTableBody body;
    private final Map<KeyId, Row> rows = new LinkedHashMap<>();
    private LineWords words;
    private List<KeyColumn> columns = List.of();

    KeyTable(LineWords words) {
        this.words = words;
        body = table.addBody();
        table.addClassName("key-table");
        table.getElement().setAttribute("aria-label", words.text("console.keys.table"));
        // Drawn as cards a table is none any more to a screen reader, unless it says so.
        role(table, "table");
        role(table.getHead(), "rowgroup");
        role(body, "rowgroup");
        getContent().addClassName("key-table-frame");
        // What scrolls is reached by the keyboard, too.
        getContent().getElement().setAttribute("tabindex", "0").setAttribute("role", "region");
        getContent().getElement().setAttribute("aria-label", words.text("console.keys.table"));
        getContent().add(table);
    }

    /// Shows `lines` as `asked` wants them to look.
    void show(List<KeyLine> lines, ListAddress asked, LineWords inWords) {
        words = inWords;
        table.setClassName("dense", asked.dense());
        var inOrder = asked.columns().stream().sorted().toList();
        if (!inOrder.equals(columns) || table.getHead().getChildren().findAny().isEmpty()) {
            columns = inOrder;
            table.getHead().removeAll();
            table.getHead().add(head());
            rows.clear();
        }
        var before = Map.copyOf(rows);
        rows.clear();
        body.removeAll();
        for (var line : lines) {
            var known = before.get(line.id());
            var row = known == null ? new Row(line) : known.show(line);
            row.mark(line.id().equals(asked.row()));
            rows.put(line.id(), row);
            body.add(row.element);
        }
    }

    /// Shows how those of `lines` that are shown stand now, each in its place.
    ///
    /// @return whose headline is another than before
    List<KeyLine> renew(Collection<KeyLine> lines, LineWords inWords) {
        words = inWords;
        var changed = new ArrayList<KeyLine>();
        for (var line : lines) {
            var row = rows.get(line.id());
            if (row != null) {
                if (row.line.headline() != line.headline()) {
                    changed.add(line);
                }
                row.show(line);
            }
        }
        return changed;
    }

    /// The keys that are shown.
    Set<KeyId> shown() {
        return Set.copyOf(rows.keySet());
    }

    /// Leads the keyboard and its reader to the row of `key`; where it is not shown, nowhere.
    void lead(@Nullable KeyId key) {
        var row = key == null ? null : rows.get(key);
        if (row != null) {
            row.element.scrollIntoView(ScrollIntoViewOption.Block.CENTER);
            row.link.focus();
        }
    }

    /// Leads the keyboard to the first row.
    void begin() {
        step("", 0);
    }

    /// Leads the keyboard `steps` rows on from `row`; from nowhere to the first one.
    void step(String row, int steps) {
        var ids = List.copyOf(rows.keySet());
        var here = ids.stream().map(KeyId::toString).toList().indexOf(row);
        var there = here < 0 ? 0 : Math.clamp((long) here + steps, 0, ids.size() - 1);
        if (!ids.isEmpty()) {
            var next = rows.get(ids.get(there));
            if (next != null) {
                next.link.focus();
            }
        }
    }

    private NativeTableRow head() {
        var row = new NativeTableRow();
        row.add(new NativeTableHeaderCell(words.text("console.column.LABEL")));
        row.add(new NativeTableHeaderCell(words.text("console.column.HEADLINE")));
        columns.forEach(column -> row.add(new NativeTableHeaderCell(words.text(column.translationKey()))));
        row.getChildren().forEach(cell -> {
            cell.getElement().setAttribute("scope", "col");
            role(cell, "columnheader");
        });
        role(row, "row");
        return row;
    }

    private static void role(Component part, String role) {
        part.getElement().setAttribute("role", role);
    }

    /// One key.
    private final class Row {

        private final NativeTableRow element = new NativeTableRow();
        private final Anchor link = new Anchor();
        private final NativeTableCell headline = new NativeTableCell();
        private final Map<KeyColumn, NativeTableCell> cells = new EnumMap<>(KeyColumn.class);
        private KeyLine line;

        private Row(KeyLine line) {
            this.line = line;
            element.getElement().setAttribute("data-key", line.id().toString());
            link.getElement().setAttribute("translate", "no");
            var name = new NativeTableHeaderCell(link);
            name.getElement().setAttribute("scope", "row");
            role(name, "rowheader");
            role(headline, "cell");
            element.add(name, headline);
            for (var column : columns) {
                var cell = new NativeTableCell();
                cell.getElement().setAttribute("data-name", words.text(column.translationKey()));
                cell.addClassName(column.styleName());
                role(cell, "cell");
                cells.put(column, cell);
                element.add(cell);
            }
            role(element, "row");
            draw(line);
            say(line);
        }

        private Row show(KeyLine now) {
            if (now.headline() != line.headline()) {
                draw(now);
            }
            say(now);
            line = now;
            return this;
        }

        private void mark(boolean atHand) {
            if (atHand) {
                element.getElement().setAttribute("aria-current", "true");
            } else {
                element.getElement().removeAttribute("aria-current");
            }
        }

        private void draw(KeyLine now) {
            headline.removeAll();
            var state = now.headline();
            headline.add(state == null ? new Div("…") : HeadlineBadge.of(KeyTable.this, state));
        }

        private void say(KeyLine now) {
            link.setHref(Addresses.console(words.language(), now.id().toString()));
            link.setText(now.label());
            cells.forEach((column, cell) -> {
                var text = column.text(words, now);
                cell.setText(text);
                cell.setClassName("nothing", text.isEmpty());
            });
        }
    }
}
