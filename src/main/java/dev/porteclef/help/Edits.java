package dev.porteclef.help;

import java.util.Map;

/// What editors have published over the files. The help center asks once at start and whenever it is told to look
/// again; an installation without editors has none.
@FunctionalInterface
public interface Edits {

    /// The whole file of every article that says something else than the one that came with the portal, or that came
    /// with none.
    Map<ArticleId, String> published();
}
