package dev.porteclef.editing;

import dev.porteclef.help.ArticleId;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What editors work on, before readers see it. One for each article and language, shared among them.
///
/// @param version grows with every save and never comes again, also after the draft was published or discarded; whoever
/// saves names the one they have seen
/// @param base the packaged text that it was begun over, `null` where there was none
/// @param editor who saved it last
public record Draft(
        ArticleId id, long version, String text, @Nullable String base, UserId editor, Instant savedAt) {}
