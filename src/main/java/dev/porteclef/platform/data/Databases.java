package dev.porteclef.platform.data;

import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/// Which database is at the other end, for the few things that only one of them can.
public final class Databases {

    private Databases() {}

    /// Whether it is PostgreSQL, not H2.
    public static boolean isPostgres(Handle handle) {
        try {
            return handle.getConnection().getMetaData().getDatabaseProductName().equals("PostgreSQL");
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say which it is", e);
        }
    }
}
