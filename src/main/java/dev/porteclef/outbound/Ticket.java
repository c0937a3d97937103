package dev.porteclef.outbound;

/// A place in the queue: the smaller number was there first.
record Ticket(long number) {

    /// Of whoever has just come: behind everybody who waits.
    static final Ticket NONE = new Ticket(Long.MAX_VALUE);
}
