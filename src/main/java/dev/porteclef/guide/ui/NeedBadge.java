package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.exchange.Need;
import dev.porteclef.guide.BoxAdvice;
import dev.porteclef.platform.ui.Glyph;

/// The need of a box as glyph and word.
final class NeedBadge extends Composite<Span> {

    NeedBadge(Wording wording, BoxAdvice advice) {
        getContent().addClassName("need");
        getContent().add(glyph(advice.need()).draw(), new Span(word(wording, advice)));
    }

    private static String word(Wording wording, BoxAdvice advice) {
        var need = wording.text(advice.need().translationKey());
        return advice.particular() ? wording.text("guide.grid.particular", need) : need;
    }

    private static Glyph glyph(Need need) {
        return switch (need) {
            case REQUIRED -> Glyph.CHECK;
            case RECOMMENDED -> Glyph.STAR;
            case OPTIONAL -> Glyph.QUESTION;
            case UNNEEDED -> Glyph.MINUS;
            case FORBIDDEN -> Glyph.BAN;
        };
    }
}
