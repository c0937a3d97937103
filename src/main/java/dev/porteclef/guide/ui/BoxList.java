package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.platform.ui.Glyph;
import java.util.List;

/// Boxes in few words: section and label as the exchange writes them, and the column.
final class BoxList extends Composite<UnorderedList> {

    private final Wording wording;
    private final Exchange exchange;
    private final Glyph glyph;

    /// @param glyph what stands before each box
    BoxList(Wording wording, Exchange exchange, Glyph glyph) {
        this.wording = wording;
        this.exchange = exchange;
        this.glyph = glyph;
        getContent().addClassName("box-list");
    }

    BoxList show(List<PermissionBox> boxes) {
        getContent().removeAll();
        boxes.forEach(box -> getContent().add(item(box)));
        return this;
    }

    private ListItem item(PermissionBox box) {
        var label = Wording.foreign(box.label());
        label.addClassName("box-label");
        var section = Wording.foreign(section(box));
        var place = Wording.span("box-place", "");
        place.add(section, Wording.span("box-column", wording.text(BoxCell.accessKey(box.access()))));
        var words = Wording.span("box-words", "");
        words.add(label, place);
        return new ListItem(glyph.draw(), words);
    }

    private String section(PermissionBox box) {
        return exchange.sections().stream()
                .filter(section -> section.boxes().contains(box))
                .findFirst()
                .orElseThrow()
                .label();
    }
}
