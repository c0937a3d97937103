package dev.porteclef.help;

import java.util.Map;

/// What became of readers after an article: whether it helped. There may be nobody who knows.
@FunctionalInterface
public interface Sequels {

    /// By family, how many readers had a key turn green after reading it. A family that nobody read is absent.
    Map<String, Integer> turnedGreen();
}
