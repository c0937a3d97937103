package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.guide.BoxAdvice;
import dev.porteclef.platform.ui.Glyph;
import java.util.List;
import java.util.stream.Collectors;

/// The permission grid with its summary above; or, for a key that has wrong boxes, those boxes first and the grid on
/// demand.
final class BoxesPart extends Composite<Div> {

    private final Wording wording;
    private final Exchange exchange;
    private final Div summary = new Div();
    private final Div announcement = new Div();
    private final PermissionGrid grid;

    BoxesPart(Wording wording, Exchange exchange, Strategy strategy) {
        this.wording = wording;
        this.exchange = exchange;
        grid = new PermissionGrid(exchange, wording.language());
        summary.addClassName("grid-summary");
        announcement.addClassName("visually-hidden");
        announcement.getElement().setAttribute("role", "status");
        getContent().addClassName("boxes");
        getElement().setAttribute("tabindex", "-1");
        draw(BoxAdvice.of(exchange, strategy));
        showGrid();
    }

    /// Puts the boxes to change in the grid's place.
    void showOnly(BoxesToChange.Boxes boxes, Runnable showWholeGrid) {
        getContent().removeAll();
        getContent().add(new BoxesToChange(wording, exchange, boxes, showWholeGrid), announcement);
    }

    void showGrid() {
        getContent().removeAll();
        getContent().add(summary, grid, announcement);
    }

    /// Moves the focus here, where what had it is gone.
    void focus() {
        getElement().callJsFunction("focus");
    }

    /// Follows a choice: redraws what changes, and says it aloud.
    void choose(Strategy strategy) {
        var advice = BoxAdvice.of(exchange, strategy);
        var changed = draw(advice);
        announcement.setText(
                changed.isEmpty()
                        ? wording.text("guide.grid.same")
                        : wording.text("guide.grid.changed", labels(changed)));
    }

    private List<BoxAdvice> draw(List<BoxAdvice> advice) {
        var ticked = advice.stream().filter(BoxAdvice::ticked).toList();
        summary.removeAll();
        var count = new Span(wording.text("guide.grid.tick", ticked.size()));
        count.addClassName("grid-count");
        var names = new UnorderedList();
        names.addClassName("grid-names");
        ticked.forEach(box -> names.add(
                new ListItem(Glyph.CHECK.draw(), Wording.foreign(box.box().label()))));
        summary.add(count, names);
        return grid.show(advice);
    }

    private String labels(List<BoxAdvice> advice) {
        return advice.stream()
                .map(box -> box.box().label() + " (" + wording.text(box.need().translationKey()) + ")")
                .collect(Collectors.joining(", "));
    }
}
