package dev.porteclef.console;

import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.platform.i18n.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whom a run would reach, before it begins.
///
/// @param keys how many, counted up to one more than a run takes
/// @param parts of those who are answered, the largest first; none where it is too much
/// @param isTooMuch whether they are more than one run takes
/// @param at when that was
public record Reach(int keys, List<Part> parts, boolean isTooMuch, Instant at) {

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

    /// Whether anybody reads `language`.
    public boolean reads(Language language) {
        return parts.stream().anyMatch(part -> part.language() == language);
    }
}
