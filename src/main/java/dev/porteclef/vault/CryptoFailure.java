package dev.porteclef.vault;

import org.jspecify.annotations.Nullable;

/// A seal that does not open or a master key that does not answer. The message never says why, so that nothing can be
/// learnt by trying.
public final class CryptoFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CryptoFailure(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
