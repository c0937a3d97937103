package dev.porteclef.exchange;

import java.net.URI;

/// Contributed by the practice exchange: where it imitates `exchange`. Absent in production, and with it
/// [Environment#PRACTICE].
public interface PracticeEndpoint {

    ExchangeId exchange();

    /// Base address on loopback, known once the server listens.
    URI address();
}
