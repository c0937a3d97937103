package dev.porteclef.testing;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// A data source that calls `step` at every point of its connections' work, in the thread that does the work.
public final class SteppedSource extends AbstractDataSource {

    private final DataSource real;
    private final Runnable step;

    public SteppedSource(DataSource real, Runnable step) {
        this.real = real;
        this.step = step;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = real.getConnection();
        return SteppedConnection.around(connection, step::run, step::run, connection::close);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }
}
