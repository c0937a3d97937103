package dev.porteclef.key;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;

/// Knows when many keys share one fate, so that a refusal tells of something that is wrong with none of them. Without
/// an implementation each refusal is about its key.
public interface CommonCause {

    /// Whether that is so now; asked when an answer is about to be applied, inside that transaction.
    ///
    /// @param address our outgoing address from which the exchange was asked, empty where it has no name
    boolean isUnderWay(ExchangeId exchange, Environment environment, String address);
}
