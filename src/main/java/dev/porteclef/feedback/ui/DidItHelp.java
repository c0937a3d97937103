package dev.porteclef.feedback.ui;

import dev.porteclef.feedback.Opinions;
import dev.porteclef.feedback.Readings;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.ArticlePart;
import dev.porteclef.platform.ui.FirstText;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Asks below every article whether it helped, and counts who reads it.
@Component
@Lazy
@Order(1)
class DidItHelp implements ArticlePart {

    private static final Logger LOG = LoggerFactory.getLogger(DidItHelp.class);

    private final Texts texts;
    private final Opinions opinions;
    private final Readings readings;

    DidItHelp(Texts texts, Opinions opinions, Readings readings) {
        this.texts = texts;
        this.opinions = opinions;
        this.readings = readings;
    }

    @Override
    public Place place() {
        return Place.BELOW_TEXT;
    }

    @Override
    public Optional<com.vaadin.flow.component.Component> draw(Shown shown) {
        if (!FirstText.isBeingDrawn()) {
            count(shown.family());
        }
        return Optional.of(new OpinionForm(texts, opinions, shown));
    }

    /// Whoever reads is not held up by what is counted.
    private void count(String family) {
        try {
            readings.opened(family);
        } catch (RuntimeException e) {
            LOG.warn("A reading was not counted: {}", e.getClass().getName());
        }
    }
}
