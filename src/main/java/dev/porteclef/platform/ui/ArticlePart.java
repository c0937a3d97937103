package dev.porteclef.platform.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.platform.i18n.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Something that another feature adds to an article of the help center: a bean of this kind is asked whenever an
/// article is drawn. So neither side needs to know the other.
public interface ArticlePart {

    /// Where a part stands.
    enum Place {
        ABOVE_TEXT,
        BELOW_TEXT
    }

    Place place();

    /// What to add to it, if anything.
    Optional<Component> draw(Shown shown);

    /// The parameters of the query by which what it adds differs, as [Page#reads()] has them.
    default Set<String> reads() {
        return Set.of();
    }

    /// The one spelling of `value` for a parameter among [#reads()], as [Page#spelled(String, String)] has it; empty
    /// where it says nothing to whoever is reading.
    default String spelled(String name, String value) {
        return value;
    }

    /// An article in front of a reader.
    ///
    /// @param family the article's name in every language
    /// @param exchange that it is about, `null` where it is about none in particular
    /// @param codes the exchange's codes that it explains
    /// @param query what the address says beside the path
    record Shown(
            Language language, String family, @Nullable String exchange, List<String> codes, QueryParameters query) {}
}
