package dev.porteclef.key;

import dev.porteclef.platform.security.UserId;

/// Published as an application event, inside the transaction that deletes it, when a customer deletes a key.
public record KeyDeleted(UserId owner, KeyId key) {}
