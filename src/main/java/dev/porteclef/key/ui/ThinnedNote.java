package dev.porteclef.key.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.key.KeyCheck;
import java.time.Duration;
import java.time.Instant;

/// Says below a history that reaches far enough back that it has become thinner there.
public final class ThinnedNote extends Composite<Paragraph> {

    public ThinnedNote() {
        getContent().addClassName("muted");
        setVisible(false);
    }

    /// @param oldest when the earliest of what is shown was
    public void show(Instant oldest, Instant now) {
        getContent().setText(getTranslation("key.history.thinned", KeyCheck.DAYS_KEPT_WHOLE));
        setVisible(oldest.isBefore(now.minus(Duration.ofDays(KeyCheck.DAYS_KEPT_WHOLE))));
    }
}
