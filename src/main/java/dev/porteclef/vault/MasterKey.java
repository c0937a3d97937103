package dev.porteclef.vault;

import com.google.crypto.tink.Aead;

/// The master key (KEK): wraps data keysets, seals nothing else. Two methods, so that a key management service fits
/// behind it with an adapter of a few lines.
interface MasterKey {

    /// Which key wraps now; stored beside what it wrapped.
    long id();

    /// Wraps and unwraps; the associated data is authenticated, not kept secret.
    Aead aead();
}
