package dev.porteclef.exchange;

import java.net.URI;

/// The port to an exchange: how it is asked, never what the answer means for a key.
///
/// Guarantees asked of every adapter: only reading calls; no exception for anything the network or the exchange does;
/// no redirects; bounded time and size; nothing secret in [Evidence]; no retry.
public interface ExchangeAdapter {

    /// The name an exchange's content refers to.
    String name();

    /// Asks what the key itself may do.
    Answer<GrantedPermissions> permissions(Inquiry inquiry);

    /// Asks for the balance, the lightest call that a bot needs.
    Answer<Balance> balance(Inquiry inquiry);

    /// Whose key is asked about, and where.
    ///
    /// @param endpoint base address: the exchange's own or the practice exchange's
    /// @param route the way out to take
    record Inquiry(Exchange exchange, URI endpoint, Credentials credentials, NonceSource nonces, Route route) {

        /// Straight out.
        public Inquiry(Exchange exchange, URI endpoint, Credentials credentials, NonceSource nonces) {
            this(exchange, endpoint, credentials, nonces, Route.DIRECT);
        }
    }
}
