package dev.porteclef.help;

import java.util.Map;

/// What editors have published over the files. The help center asks once at start and whenever it is told to look
/// again; an installation without editors has none.
@FunctionalInterface
public interface Edits {

    /// What stands over the files now.
    Published published();

    /// Everything that was published, by article and language, as whole files.
    ///
    /// @param shown every article that says something else than the one that came with the portal, or that came
    ///     with none
    /// @param withdrawn the articles that readers had and have no more, as they were; their addresses stay theirs
    record Published(Map<ArticleId, String> shown, Map<ArticleId, String> withdrawn) {

        public Published {
            shown = Map.copyOf(shown);
            withdrawn = Map.copyOf(withdrawn);
        }
    }
}
