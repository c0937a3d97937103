package dev.porteclef.mail;

/// Holds mail about a key back while something that is wrong with many would make it untrue. Without an implementation
/// nothing is ever held; with several each may hold.
public interface MailBrake {

    /// Whether mail of this kind about that key waits for now; asked right before each mail is sent, outside of any
    /// transaction. What waits is asked about again after a minute, and its time does not count as a failure.
    boolean holds(MailKind kind, AboutKey about);
}
