package dev.porteclef.shell;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Writes unexpected failures to the log under a short reference, which is all that the person concerned gets to see.
@Component
class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private final SecureRandom random;

    FailureLog(SecureRandom random) {
        this.random = random;
    }

    /// Logs `failure`; eight hexadecimal digits find it again.
    String record(Throwable failure) {
        var bytes = new byte[4];
        random.nextBytes(bytes);
        var reference = HexFormat.of().formatHex(bytes);
        LOG.error("failure {}", reference, failure);
        return reference;
    }

    /// Whether `failure` or one of its causes is of `type`.
    static boolean causedBy(Throwable failure, Class<? extends Throwable> type) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
