package dev.porteclef.audit;

import java.sql.Connection;
import java.sql.SQLException;
import org.h2.api.Trigger;
import org.jspecify.annotations.Nullable;

/// Makes H2 refuse every change and deletion of a row of the record; PostgreSQL has a trigger of its own.
/// Public with a public constructor, because H2 creates it by name from the migration.
public final class AppendOnlyTrigger implements Trigger {

    @Override
    public void fire(Connection connection, Object @Nullable [] oldRow, Object @Nullable [] newRow)
            throws SQLException {
        throw new SQLException("audit_event is append-only: change refused", "P0001");
    }
}
