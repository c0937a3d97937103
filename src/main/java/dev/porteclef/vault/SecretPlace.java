package dev.porteclef.vault;

import dev.porteclef.platform.security.UserId;
import java.util.UUID;

/// Where a ciphertext belongs. Sealed text opens only at the place it was sealed for: another owner, table, row,
/// exchange, field or version of the row, and it does not open.
///
/// @param version counts the writes of this row's secrets, so that an old copy of the row does not open either
public record SecretPlace(UserId owner, String table, UUID row, String exchange, String field, int version) {}
