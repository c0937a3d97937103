package dev.porteclef.support;

/// What came of answering.
public sealed interface AnswerOutcome {

    /// It stands on the customer's page, and a mail is on its way.
    record Answered(Answer answer) implements AnswerOutcome {}

    /// Nothing was sent: there is no text, or it is too long.
    record NoText() implements AnswerOutcome {}

    /// Nothing was sent: the text holds something of a credential's shape.
    record HoldsSecret() implements AnswerOutcome {}

    /// Nothing was sent: the key is gone.
    record NoSuchKey() implements AnswerOutcome {}

    /// Nothing was sent: the place for the reason of a pause is empty still.
    record NoReason() implements AnswerOutcome {}

    /// Nothing was sent: the same run has answered about this key already.
    record AnsweredBefore() implements AnswerOutcome {}

    /// Nothing was sent: a key that stands as this one does cannot be replaced, or paused.
    record NotPossible() implements AnswerOutcome {}
}
