package dev.porteclef.help;

import java.util.Map;

/// What became of readers after an article: whether it helped. There may be nobody who knows.
@FunctionalInterface
public interface Sequels {

    /// By family; one that nobody in trouble read is absent.
    Map<String, Share> shares();

    /// Whether readers of an article turned green.
    ///
    /// @param readers customers in trouble who read it, those of the last half hour aside
    /// @param green whose next check was green within half an hour, without asking support
    record Share(int readers, int green) {}
}
