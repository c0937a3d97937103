package dev.porteclef.launch;

import dev.porteclef.platform.config.StartRefused;
import java.sql.SQLException;
import org.h2.api.ErrorCode;

/// What the databases' refusals mean to the person who starts the portal.
final class DatabaseFailures {

    private DatabaseFailures() {}

    /// The refusal for `e`, thrown while a connection was opened or first used.
    static StartRefused refusal(SQLException e, boolean embedded) {
        return embedded ? embedded(e) : postgresql(e);
    }

    private static StartRefused embedded(SQLException e) {
        if (e.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new StartRefused(
                    "The data folder is in use by another running Porteclef; stop that one or name another folder"
                            + " with --data.",
                    StartRefused.TEMPORARY);
        }
        // Everything else that keeps an existing file from being read: foreign content, a torn or truncated file.
        return new StartRefused("The database file in the data folder is damaged or not one of Porteclef's (H2 error "
                + e.getErrorCode() + "); it was left as it is. Restore a backup, or name another folder with --data.");
    }

    private static StartRefused postgresql(SQLException e) {
        var state = e.getSQLState() == null ? "" : e.getSQLState();
        // Classes of SQLSTATE: 28 authorization, 3D no such database, 08 connection, 53 and 57 server not ready.
        return switch (state.substring(0, Math.min(2, state.length()))) {
            case "28" ->
                new StartRefused("PostgreSQL refused the sign-in; check PORTECLEF_DB_USER and PORTECLEF_DB_PASSWORD.");
            case "3D" -> new StartRefused("PostgreSQL has no such database; check PORTECLEF_DB_URL or create it.");
            case "08", "53", "57" ->
                new StartRefused(
                        "PostgreSQL cannot be reached; check PORTECLEF_DB_URL and that the server runs (SQLSTATE "
                                + state + ").",
                        StartRefused.TEMPORARY);
            default ->
                new StartRefused("PostgreSQL does not let Porteclef work (SQLSTATE " + state
                        + "); check PORTECLEF_DB_URL and the user's rights.");
        };
    }
}
