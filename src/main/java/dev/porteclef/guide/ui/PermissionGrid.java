package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableBody;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.PermissionSection;
import dev.porteclef.guide.BoxAdvice;
import dev.porteclef.platform.i18n.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// The exchange's permission dialog as a table: its sections in its order and wording, a column for reading and one for
/// writing, each box as it should be ticked for a strategy. Below a phone's width the cells stand one below the other;
/// the roles are written out because a table loses them when its display changes.
public final class PermissionGrid extends Composite<NativeTable> {

    private final Wording wording;
    private final Map<String, BoxCell> cells = new LinkedHashMap<>();

    public PermissionGrid(Exchange exchange, Language language) {
        wording = new Wording(language);
        var table = getContent();
        table.addClassName("permission-grid");
        table.getElement().setAttribute("role", "table");
        table.setCaptionText(wording.text("guide.grid.caption", exchange.name()));
        table.getHead().add(headRow());
        table.getHead().getElement().setAttribute("role", "rowgroup");
        for (var section : exchange.sections()) {
            fill(table.addBody(), section);
        }
    }

    /// Shows `advice` and returns the boxes whose need changed; none when it is shown for the first time. Only cells
    /// that change are redrawn.
    public List<BoxAdvice> show(List<BoxAdvice> advice) {
        var changed = new ArrayList<BoxAdvice>();
        for (var box : advice) {
            if (cell(box.box()).show(box)) {
                changed.add(box);
            }
        }
        return changed;
    }

    /// What the grid says at the moment, box by box; empty before the first [#show].
    public List<BoxAdvice> shown() {
        return cells.values().stream()
                .flatMap(cell -> Stream.ofNullable(cell.shown()))
                .toList();
    }

    private BoxCell cell(PermissionBox box) {
        return Objects.requireNonNull(cells.get(box.id()), box.id());
    }

    private NativeTableRow headRow() {
        var row = row();
        row.add(
                columnHead("guide.grid.section"),
                columnHead(BoxCell.accessKey(Access.READ)),
                columnHead(BoxCell.accessKey(Access.WRITE)));
        return row;
    }

    private NativeTableHeaderCell columnHead(String key) {
        return head("columnheader", "col", wording.text(key));
    }

    private static NativeTableHeaderCell head(String role, String scope, String text) {
        var head = new NativeTableHeaderCell(text);
        head.getElement().setAttribute("role", role);
        head.getElement().setAttribute("scope", scope);
        return head;
    }

    private static NativeTableRow row() {
        var row = new NativeTableRow();
        row.getElement().setAttribute("role", "row");
        return row;
    }

    /// A section: as many rows as its longer column has boxes.
    private void fill(NativeTableBody body, PermissionSection section) {
        body.getElement().setAttribute("role", "rowgroup");
        var readings = boxes(section, Access.READ);
        var writings = boxes(section, Access.WRITE);
        for (var i = 0; i < Math.max(readings.size(), writings.size()); i++) {
            var row = row();
            row.add(i == 0 ? title(section) : empty());
            row.add(i < readings.size() ? newCell(readings.get(i)) : empty());
            row.add(i < writings.size() ? newCell(writings.get(i)) : empty());
            body.add(row);
        }
    }

    private NativeTableHeaderCell title(PermissionSection section) {
        var title = head("rowheader", "row", "");
        var meaning = new Paragraph(wording.of(section.meaning()));
        meaning.addClassName("section-meaning");
        var label = Wording.foreign(section.label());
        label.addClassName("section-label");
        title.add(label, meaning);
        return title;
    }

    private BoxCell newCell(PermissionBox box) {
        var cell = new BoxCell(wording);
        cells.put(box.id(), cell);
        return cell;
    }

    private NativeTableCell empty() {
        var said = new Span(wording.text("guide.grid.none"));
        said.addClassName("visually-hidden");
        var cell = new NativeTableCell(said);
        cell.addClassName("box-none");
        cell.getElement().setAttribute("role", "cell");
        return cell;
    }

    private static List<PermissionBox> boxes(PermissionSection section, Access access) {
        return section.boxes().stream().filter(box -> box.access() == access).toList();
    }
}
