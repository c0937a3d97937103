package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Need;
import dev.porteclef.guide.BoxAdvice;
import dev.porteclef.platform.ui.Glyph;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One box of the dialog as it should look on the exchange, with the reason. Redrawn only when its advice changes.
final class BoxCell extends Composite<NativeTableCell> {

    private final Wording wording;
    private @Nullable BoxAdvice shown;
    private int changes;

    BoxCell(Wording wording) {
        this.wording = wording;
        getContent().getElement().setAttribute("role", "cell");
    }

    /// What the cell says; `null` before the first [#show].
    @Nullable
    BoxAdvice shown() {
        return shown;
    }

    /// Draws `advice` and returns whether the need is another one than before. Such a cell is marked for a moment; two
    /// names take turns, so that a second change is marked again.
    boolean show(BoxAdvice advice) {
        var before = shown;
        getContent().removeClassNames("changed-0", "changed-1");
        if (advice.equals(before)) {
            return false;
        }
        shown = advice;
        getContent().getElement().setAttribute("data-box", advice.box().id());
        getContent().removeAll();
        getContent().setClassName("box box-" + advice.need().name().toLowerCase(Locale.ROOT));
        getContent().add(tick(advice.need()), words(advice));
        if (before == null || before.need() == advice.need()) {
            return false;
        }
        changes++;
        getContent().addClassName("changed-" + changes % 2);
        return true;
    }

    private Div words(BoxAdvice advice) {
        var label = Wording.foreign(advice.box().label());
        label.addClassName("box-label");
        var access =
                Wording.span("box-access", wording.text(accessKey(advice.box().access())));
        var meaning = new Paragraph(wording.of(advice.box().meaning()));
        meaning.addClassName("box-meaning");
        var words = new Div(access, label, meaning, new NeedBadge(wording, advice));
        if (!advice.why().equals(advice.box().meaning())) {
            var why = new Paragraph(wording.of(advice.why()));
            why.addClassName("box-why");
            words.add(why);
        }
        words.addClassName("box-words");
        return words;
    }

    static String accessKey(Access access) {
        return switch (access) {
            case READ -> "guide.grid.read";
            case WRITE -> "guide.grid.write";
        };
    }

    /// The square one would tick, drawn in the state it should have.
    private static Span tick(Need need) {
        var square = new Span();
        square.addClassName("tick");
        square.getElement().setAttribute("aria-hidden", "true");
        switch (need) {
            case REQUIRED, RECOMMENDED -> square.add(Glyph.CHECK.draw());
            case FORBIDDEN -> square.add(Glyph.CROSS.draw());
            case OPTIONAL, UNNEEDED -> {}
        }
        return square;
    }
}
