package dev.porteclef.console;

/// What came of writing something down.
public sealed interface NoteOutcome {

    /// It stands in the timeline.
    record Noted() implements NoteOutcome {}

    /// There is nothing in it, or more than [KeyDesk#LONGEST_NOTE].
    record NoText() implements NoteOutcome {}

    /// It looks as if it held a credential: it was not kept.
    record HoldsSecret() implements NoteOutcome {}

    /// The key is gone meanwhile.
    record NoSuchKey() implements NoteOutcome {}
}
