package dev.porteclef.console;

import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.platform.i18n.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom a run would reach, before it begins.
///
/// @param parts the largest first; none where it is too much
/// @param isTooMuch whether they are more than one run takes
public record Reach(List<Part> parts, boolean isTooMuch) {

    /// Keys that stand alike and whose owners read the same language.
    ///
    /// @param headline `null` in the moments after an upgrade
    /// @param cause `null` where the headline says it all
    /// @param example one of them
    public record Part(
            @Nullable Headline headline,
            @Nullable LikelyCause cause,
            Language language,
            int keys,
            int customers,
            KeyId example) {}

    public Reach {
        parts = List.copyOf(parts);
    }

    /// How many keys.
    public int keys() {
        return parts.stream().mapToInt(Part::keys).sum();
    }

    /// Whether anybody reads `language`.
    public boolean reads(Language language) {
        return parts.stream().anyMatch(part -> part.language() == language);
    }
}
