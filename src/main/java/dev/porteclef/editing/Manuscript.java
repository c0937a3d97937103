package dev.porteclef.editing;

import dev.porteclef.help.ArticleId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Every text of an article in one language: as it came with the portal, as readers see it, as it was published last,
/// and as editors work on it.
public record Manuscript(
        ArticleId id,
        @Nullable String packaged,
        @Nullable String live,
        @Nullable Publication published,
        @Nullable Draft draft) {

    /// The packaged text has changed under a published one.
    ///
    /// @param before what the edit was written over, empty where that was nothing
    /// @param after what comes with the portal now
    public record Moved(String before, String after, String published, int revision) {}

    /// What an editor goes on with: the draft, else what was published, also where it was withdrawn, else what is read;
    /// empty for a language that is missing.
    public String text() {
        if (draft != null) {
            return draft.text();
        }
        if (published != null && isWithdrawn()) {
            return published.text();
        }
        return edit().map(Publication::text).orElseGet(() -> Objects.requireNonNullElse(live, ""));
    }

    /// The same with `other` as what editors work on.
    public Manuscript with(Draft other) {
        return new Manuscript(id, packaged, live, published, other);
    }

    /// The version of the draft, 0 where there is none.
    public long version() {
        return draft == null ? 0 : draft.version();
    }

    /// The number of the last publication, 0 where there is none.
    public int revision() {
        return published == null ? 0 : published.revision();
    }

    /// What the packaged text was when the edit at hand was begun.
    public @Nullable String base() {
        if (draft != null) {
            return draft.base();
        }
        return edit().map(Publication::base).orElse(packaged);
    }

    /// The published text, where it differs from the one under it.
    public Optional<Publication> edit() {
        return Optional.ofNullable(published).filter(Publication::isEdit);
    }

    /// Whether there is anything at all.
    public boolean exists() {
        return live != null || published != null || draft != null;
    }

    /// Whether readers had it and have it no more. What comes with the portal cannot be withdrawn.
    public boolean isWithdrawn() {
        return published != null && published.kind() == Publication.Kind.WITHDRAWN && packaged == null;
    }

    /// Whether the published text contradicts this version of the portal, so that readers do not see it.
    public boolean isHidden() {
        return edit().filter(one -> !one.text().equals(live)).isPresent();
    }

    /// What an upgrade changed under the edit, until an editor has decided.
    public Optional<Moved> moved() {
        var now = packaged;
        if (now == null) {
            return Optional.empty();
        }
        return edit().filter(one -> !now.equals(one.base()) && !now.equals(one.text()))
                .map(one -> new Moved(Objects.requireNonNullElse(one.base(), ""), now, one.text(), one.revision()));
    }
}
