package dev.porteclef.editing;

import dev.porteclef.editing.Publication.Kind;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.Edits;
import java.util.HashMap;
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
    public Published published() {
        var shown = new HashMap<ArticleId, String>();
        var withdrawn = new HashMap<ArticleId, String>();
        for (var one : publications.latest()) {
            if (one.kind() == Kind.WITHDRAWN) {
                withdrawn.put(one.id(), one.text());
            } else if (one.isEdit()) {
                shown.put(one.id(), one.text());
            }
        }
        return new Published(shown, withdrawn);
    }
}
