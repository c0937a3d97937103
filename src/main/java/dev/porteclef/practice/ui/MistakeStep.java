package dev.porteclef.practice.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.platform.ui.Badge;
import dev.porteclef.platform.ui.Definitions;
import dev.porteclef.platform.ui.Glyph;
import dev.porteclef.practice.Mistake;
import org.jspecify.annotations.Nullable;

/// One mistake of the rehearsal: what goes wrong, how to make it, what to look for, and whether it was made.
final class MistakeStep extends Composite<ListItem> {

    private final NativeDetails details;
    private final Div result = new Div();

    /// @param madeOn when it was made, `null` while it was not
    /// @param ways the links that lead to where it is made
    MistakeStep(Mistake mistake, @Nullable String madeOn, Component... ways) {
        var name = new H3(getTranslation(mistake.translationKey()));
        var summary = new Div(name, badge(madeOn));
        summary.addClassName("rehearsal-summary");
        var actions = new Div(ways);
        actions.addClassNames("cluster", "actions");
        var body = new Div(
                new Definitions()
                        .add(getTranslation("practice.rehearsal.wrong"), getTranslation(mistake.wrongKey()))
                        .add(getTranslation("practice.rehearsal.make"), getTranslation(mistake.makeKey()))
                        .add(getTranslation("practice.rehearsal.see"), getTranslation(mistake.seeKey())),
                actions,
                result);
        body.addClassNames("rehearsal-body", "stack");
        result.getElement().setAttribute("role", "status");
        details = new NativeDetails(summary, body);
        details.addClassName("rehearsal-details");
        getContent().setId("mistake-" + mistake.name());
        getContent().addClassNames("step", "rehearsal-step");
        getContent().setClassName("step-done", madeOn != null);
        getContent().add(details);
    }

    /// Opens it.
    MistakeStep open() {
        details.setOpen(true);
        return this;
    }

    /// Says below the actions what came of one, with the way on.
    void say(String text, Component... ways) {
        var line = new Paragraph(new Span(text));
        var next = new Div(ways);
        next.addClassNames("cluster", "actions");
        result.removeAll();
        result.add(line, next);
        result.addClassNames("rehearsal-result", "stack", "tight");
    }

    private Component badge(@Nullable String madeOn) {
        return madeOn == null
                ? new Badge(Badge.Tone.GREY, Glyph.MINUS, getTranslation("practice.rehearsal.open"))
                : new Badge(Badge.Tone.GREEN, Glyph.CHECK, getTranslation("practice.rehearsal.made", madeOn));
    }
}
