package dev.porteclef.help;

import dev.porteclef.platform.i18n.Language;
import java.util.List;

/// What readers say of articles, for editors. There may be nobody who asks them.
@FunctionalInterface
public interface Voices {

    /// The latest about `family`, the newest first.
    List<Voice> about(String family);

    /// What one reader says.
    ///
    /// @param reasonKey the key of why it did not help in both languages, empty where the reader did not say
    /// @param comment in the reader's own words, may be empty
    record Voice(Language language, boolean helpful, String reasonKey, String comment) {}
}
