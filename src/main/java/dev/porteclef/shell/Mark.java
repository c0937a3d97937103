package dev.porteclef.shell;

import com.vaadin.flow.component.Svg;
import java.util.Objects;

/// The portal's own mark: a ring with a key on it. Decoration; the name stands beside it.
final class Mark extends Svg {

    Mark() {
        super(Objects.requireNonNull(Mark.class.getResourceAsStream("/META-INF/resources/icons/mark.svg")));
        addClassName("mark");
        getElement().setAttribute("aria-hidden", "true");
    }
}
