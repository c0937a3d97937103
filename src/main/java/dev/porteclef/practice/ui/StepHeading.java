package dev.porteclef.practice.ui;

import com.vaadin.flow.component.html.H2;

/// The heading of a step of the dialog; takes the focus when the step appears, so that a screen reader says where one
/// is.
final class StepHeading extends H2 {

    StepHeading(String text) {
        super(text);
        getElement().setAttribute("tabindex", "-1");
    }

    void focus() {
        getElement().callJsFunction("focus");
    }

    StepHeading focused() {
        focus();
        return this;
    }
}
