package dev.porteclef.editing;

import dev.porteclef.help.ArticleId;
import dev.porteclef.help.Edits;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/// What editors have published, for the help center. A text that says what the packaged one said is no edit, so that it
/// gives way to the next packaged one.
@Component
class PublishedEdits implements Edits {

    private final JdbiPublications publications;

    PublishedEdits(Jdbi jdbi) {
        this.publications = new JdbiPublications(jdbi);
    }

    @Override
    public Map<ArticleId, String> published() {
        var published = new LinkedHashMap<ArticleId, String>();
        publications.latest().stream().filter(Publication::isEdit).forEach(one -> published.put(one.id(), one.text()));
        return published;
    }
}
