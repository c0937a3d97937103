package dev.porteclef.launch;

import dev.porteclef.platform.config.StartRefused;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.springframework.boot.web.server.PortInUseException;

/// Turns what a start fails with into the refusal to print, also when it is buried under a framework's exceptions.
final class Failures {

    private static final int UNFORESEEN = 1;

    private Failures() {}

    /// The refusal behind `failure`; nothing where the cause is unforeseen and only its stack trace can help.
    static Optional<StartRefused> refusal(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            var refusal = switch (cause) {
                case StartRefused told -> Optional.of(told);
                // The checks before found these in order; something changed in between.
                case PortInUseException port -> Optional.of(PortCheck.taken(port.getPort()));
                case SQLException sql
                when sql.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                    Optional.of(DatabaseFailures.refusal(sql, true));
                case FlywayException flyway -> Optional.of(migration(flyway));
                default -> Optional.<StartRefused>empty();
            };
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return Optional.empty();
    }

    static int exitCode(Throwable failure) {
        return refusal(failure).map(StartRefused::exitCode).orElse(UNFORESEEN);
    }

    private static StartRefused migration(FlywayException flyway) {
        return new StartRefused("The database could not be brought to this version: "
                + String.valueOf(flyway.getMessage()).strip());
    }
}
