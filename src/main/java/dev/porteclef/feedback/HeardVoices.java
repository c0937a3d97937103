package dev.porteclef.feedback;

import dev.porteclef.feedback.Opinion.Reason;
import dev.porteclef.help.Voices;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Readers' opinions, for the editors of the article.
@Component
class HeardVoices implements Voices {

    private final Opinions opinions;

    HeardVoices(Opinions opinions) {
        this.opinions = opinions;
    }

    @Override
    public List<Voice> about(String family) {
        return opinions.about(family).stream()
                .map(opinion -> new Voice(
                        opinion.language(),
                        opinion.helpful(),
                        Optional.ofNullable(opinion.reason())
                                .map(Reason::translationKey)
                                .orElse(""),
                        opinion.comment()))
                .toList();
    }
}
