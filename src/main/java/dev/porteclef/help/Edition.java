package dev.porteclef.help;

import dev.porteclef.platform.content.ContentProblem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All articles at one moment: the files, packaged and edited, and what readers see of them; never changes. Files are
/// kept as they were read, so that a text that is typed is held against all others without reading those again.
///
/// @param withdrawn what readers had once; nobody sees it, and nobody else takes its address
/// @param broken what an upgrade has left without an end: links of files that no longer arrive, because an edit lacks
///     what they lead to
record Edition(
        Map<ArticleId, ArticleFile> files,
        Map<ArticleId, ArticleFile> withdrawn,
        Shelf shelf,
        Map<ArticleId, List<ContentProblem>> broken) {

    /// The files with `file` in the place of its namesake.
    Collection<ArticleFile> with(ArticleFile file) {
        var all = new LinkedHashMap<>(files);
        all.put(file.id(), file);
        return all.values();
    }

    /// The files of all other families.
    List<ArticleFile> without(String family) {
        var others = new ArrayList<>(files.values());
        others.removeIf(file -> file.id().family().equals(family));
        return others;
    }
}
