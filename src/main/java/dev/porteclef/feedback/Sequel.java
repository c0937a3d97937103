package dev.porteclef.feedback;

/// What a customer in trouble did within half an hour after reading an article.
enum Sequel {
    /// The next check that said something was green.
    GREEN,
    /// It was not.
    NOT_GREEN,
    /// Support was asked, whatever a check said before or after.
    ASKED
}
