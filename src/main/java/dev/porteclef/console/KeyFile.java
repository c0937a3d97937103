package dev.porteclef.console;

import dev.porteclef.key.ExchangeKey;
import java.util.List;

/// One key as support opens it.
///
/// @param line the same as the list tells it, with its customer
/// @param others the customer's other keys, the latest first, at most [KeyDesk#OTHERS]
public record KeyFile(ExchangeKey key, KeyLine line, List<KeyLine> others) {

    public KeyFile {
        others = List.copyOf(others);
    }
}
