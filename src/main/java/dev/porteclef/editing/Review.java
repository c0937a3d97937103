package dev.porteclef.editing;

import dev.porteclef.platform.content.ContentProblem;
import dev.porteclef.platform.i18n.Language;
import java.util.List;
import java.util.Map;

/// What there is to say of texts before they are published.
///
/// @param problems what stands against it, by the language whose text it is about; languages without any are absent
/// @param behind whether the translation would not follow the original
public record Review(Map<Language, List<ContentProblem>> problems, boolean behind) {

    public Review {
        problems = Map.copyOf(problems);
    }

    /// Those of one language.
    public List<ContentProblem> of(Language language) {
        return problems.getOrDefault(language, List.of());
    }

    /// Whether they may be published.
    public boolean isClean() {
        return problems.isEmpty();
    }
}
