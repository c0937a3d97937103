package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.platform.ui.Glyph;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Only the boxes that a key's verdict asks to change: those to tick and those to untick.
final class BoxesToChange extends Composite<Div> {

    BoxesToChange(Wording wording, Exchange exchange, Boxes boxes, Runnable showWholeGrid) {
        var title = new H3(wording.text("guide.change.title"));
        title.addClassName("change-title");
        getContent().addClassNames("card", "boxes-to-change");
        // A key that can withdraw is not mended but replaced: whoever has a copy of it could still use it until then.
        var how = boxes.untick().stream().anyMatch(PermissionBox::forbidden)
                ? wording.text("guide.change.new", exchange.name())
                : wording.text("guide.change.how", exchange.name());
        getContent().add(title, new Paragraph(how));
        if (!boxes.tick().isEmpty()) {
            getContent().add(part(wording, exchange, "guide.change.tick", Glyph.CHECK, boxes.tick()));
        }
        if (!boxes.untick().isEmpty()) {
            getContent().add(part(wording, exchange, "guide.change.untick", Glyph.CROSS, boxes.untick()));
        }
        var whole = new NativeButton(wording.text("guide.change.whole"), click -> showWholeGrid.run());
        whole.addClassName("action");
        getContent().add(whole);
    }

    private static Component part(
            Wording wording, Exchange exchange, String key, Glyph glyph, List<PermissionBox> boxes) {
        var part = new Div(new H4(wording.text(key)), new BoxList(wording, exchange, glyph).show(boxes));
        part.addClassNames("change-part", glyph == Glyph.CHECK ? "change-tick" : "change-untick");
        return part;
    }

    /// What an address asks to change; ids that the exchange does not have are ignored.
    record Boxes(List<PermissionBox> tick, List<PermissionBox> untick) {

        static Boxes read(Exchange exchange, Optional<String> tick, Optional<String> untick) {
            return new Boxes(read(exchange, tick), read(exchange, untick));
        }

        /// In the order of the exchange's dialog, whatever theirs is.
        private static List<PermissionBox> read(Exchange exchange, Optional<String> ids) {
            var wanted = ids.map(text -> new HashSet<>(Arrays.asList(text.split(",", -1))))
                    .orElseGet(HashSet::new);
            return exchange.boxes().filter(box -> wanted.contains(box.id())).toList();
        }

        /// The ids among `text` that any of the exchanges has, spelled as every address spells them.
        static String ids(Collection<Exchange> exchanges, String text) {
            return exchanges.stream()
                    .flatMap(exchange -> read(exchange, Optional.of(text)).stream())
                    .map(PermissionBox::id)
                    .distinct()
                    .collect(Collectors.joining(","));
        }

        boolean isEmpty() {
            return tick.isEmpty() && untick.isEmpty();
        }
    }
}
