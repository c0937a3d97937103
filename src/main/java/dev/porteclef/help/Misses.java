package dev.porteclef.help;

import dev.porteclef.platform.i18n.Language;
import java.time.Instant;
import java.util.List;

/// What readers searched for and did not find, for editors. An installation whose search remembers nothing has none.
@FunctionalInterface
public interface Misses {

    /// Nobody remembers.
    Misses NONE = limit -> List.of();

    /// The latest first, at most `limit`.
    List<Miss> latest(int limit);

    /// Words that led to nothing.
    ///
    /// @param times how often they were searched for
    record Miss(String words, Language language, int times, Instant lastAt) {}
}
