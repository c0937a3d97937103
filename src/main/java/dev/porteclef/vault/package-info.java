/// Seals and opens what customers entrust to the portal.
/// One data keyset per user, wrapped by the master key; every ciphertext is bound to the place it is stored in.
@NullMarked
package dev.porteclef.vault;

import org.jspecify.annotations.NullMarked;
