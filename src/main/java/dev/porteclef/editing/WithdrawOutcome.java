package dev.porteclef.editing;

import dev.porteclef.help.ArticleId;
import dev.porteclef.platform.content.ContentProblem;
import java.util.List;
import java.util.Map;

/// What became of an attempt to take from readers what was published, or to give it back.
public sealed interface WithdrawOutcome {

    /// It is done, in every language at once.
    record Done() implements WithdrawOutcome {}

    /// Nothing was done: this stands against it.
    ///
    /// @param problems by the article that each is about: those that lead to the one at hand, or itself
    record Refused(Map<ArticleId, List<ContentProblem>> problems) implements WithdrawOutcome {

        public Refused {
            problems = Map.copyOf(problems);
        }
    }

    /// Nothing was done: somebody else has published meanwhile, or there is nothing of this kind to do.
    record Elsewhere() implements WithdrawOutcome {}
}
