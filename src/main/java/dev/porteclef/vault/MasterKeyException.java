package dev.porteclef.vault;

import org.jspecify.annotations.Nullable;

/// The master key is missing, wrong or not kept safely: the portal does not start.
/// The message is a finished English sentence for the operator.
public final class MasterKeyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MasterKeyException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
