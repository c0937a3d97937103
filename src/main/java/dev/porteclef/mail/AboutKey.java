package dev.porteclef.mail;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.KeyId;

/// Which key a mail is about, and where that key is valid.
public record AboutKey(ExchangeId exchange, Environment environment, KeyId key) {}
