package dev.porteclef.vault;

import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.UserId;

/// Seals and opens customers' secrets (AES-256-GCM by Google Tink).
///
/// Guaranteed: secrecy and integrity against whoever reads or writes the database but has no master key; a ciphertext
/// opens only at its [SecretPlace]. Not guaranteed: secrecy against whoever runs code in this process, nor that a
/// place is occupied at all.
public interface Vault {

    /// Seals `secret` for `place`, creating the owner's data keyset at the first use. Joins the caller's transaction.
    byte[] seal(SecretPlace place, Secret secret);

    /// Opens what [#seal] returned for the same place; the caller closes the result.
    ///
    /// @throws CryptoFailure when anything is off; it does not say what
    Secret open(SecretPlace place, byte[] ciphertext);

    /// A keyed hash (HMAC-SHA-256) of `secret` under `purpose`: recognises the same text again, tells nothing about it.
    byte[] fingerprint(String purpose, Secret secret);

    /// Destroys the owner's data keyset in the live database: nothing sealed for them opens again.
    void shred(UserId owner);
}
