package dev.porteclef.practice;

/// How an answer travels.
enum Delivery {
    AT_ONCE,
    /// Nothing at all for long, then the whole answer.
    LATE,
    /// Status and headers at once, the body drop by drop.
    DRIBBLING,
    /// Status, headers and half of the body; then the connection closes.
    BROKEN_OFF
}
