package dev.porteclef.mail;

/// Knows whether what a mail tells is true still. Without an implementation everything is; with several each may say
/// no.
@FunctionalInterface
public interface MailTruth {

    /// Whether mail of this kind about that key says what is so at this moment; asked right before each mail is sent,
    /// outside of any transaction. What is not true any more is never sent.
    boolean isTrue(MailKind kind, AboutKey about);
}
