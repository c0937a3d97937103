package dev.porteclef.mail;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;

/// Holds mail about one exchange back while an outage there would make it untrue. Without an implementation nothing is
/// ever held; with several each may hold.
public interface MailBrake {

    /// Whether mail of this kind about keys of that exchange waits for now; asked right before each mail is sent,
    /// outside of any transaction. What waits is asked about again after a minute, and its time does not count as a
    /// failure.
    boolean holds(MailKind kind, ExchangeId exchange, Environment environment);
}
