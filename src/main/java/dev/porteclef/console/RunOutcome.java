package dev.porteclef.console;

import dev.porteclef.platform.i18n.Language;

/// What came of beginning a run.
public sealed interface RunOutcome {

    /// It is under way.
    record Begun(RunId id) implements RunOutcome {}

    /// Nothing was begun: no key is left.
    record Nothing() implements RunOutcome {}

    /// Nothing was begun: they are more than [Runs#MOST].
    record TooMany(int most) implements RunOutcome {}

    /// Nothing was begun: there are more than were shown, so many by now.
    record Grown(int keys) implements RunOutcome {}

    /// Nothing was begun: the text in that language holds something of a credential's shape, or is too long.
    record TextRefused(Language language) implements RunOutcome {}

    /// Nothing was begun: somebody would read a text that is not written in this language, where it is in the other.
    record TextMissing(Language language) implements RunOutcome {}
}
