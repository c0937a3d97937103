package dev.porteclef.console;

import dev.porteclef.key.KeyId;
import dev.porteclef.platform.security.UserId;
import java.time.Instant;
import java.util.UUID;

/// An agent looks at one customer's keys as that customer does.
///
/// @param key with which it began
/// @param reason why, in the agent's words; the customer reads it
/// @param endsAt from then on nothing is shown
public record Look(UUID id, UserId owner, KeyId key, String reason, Instant endsAt) {}
