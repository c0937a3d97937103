package dev.porteclef.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.datasource.AbstractDataSource;

/// A real database that a test takes away in the middle of what somebody does with it, and gives back: H2's file is
/// closed without a word to anyone, PostgreSQL ends its side of every connection. Until it is back nobody can connect.
public final class LosableDatabase extends AbstractDataSource implements AutoCloseable {

    private static final int NEVER = Integer.MAX_VALUE;

    private final TestDatabase kind;
    private final String url;
    /// Waiting to be used again: making a connection takes longer than most that is done with it.
    private final Queue<Connection> idle = new ConcurrentLinkedQueue<>();
    private final AtomicInteger losses = new AtomicInteger();
    private final AtomicInteger stepsLeft = new AtomicInteger(NEVER);
    private volatile boolean lost;
    private Connection keeper;

    /// An empty database.
    ///
    /// @param folder for H2's file
    public LosableDatabase(TestDatabase kind, Path folder) throws SQLException {
        this.kind = kind;
        this.url = switch (kind) {
            case H2 -> AcknowledgedWrites.url(folder);
            case POSTGRESQL -> TestDatabase.newPostgresUrl();
        };
        this.keeper = connect();
    }

    /// Takes it away now.
    public void lose() {
        lost = true;
        losses.incrementAndGet();
        idle.clear();
        try (var last = connect();
                var statement = last.createStatement()) {
            statement.execute(
                    switch (kind) {
                        case H2 -> "shutdown immediately";
                        case POSTGRESQL -> """
                                select pg_terminate_backend(pid, 5000)
                                from pg_stat_activity
                                where datname = current_database() and pid <> pg_backend_pid()
                                """;
                    });
        } catch (SQLException e) {
            // H2 answers its own end with one.
            if (kind != TestDatabase.H2) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Takes it away at one of the steps to come, counted from 0: a step is whatever stands before a statement, before
    /// a commit, or after a commit and before the news of it.
    public void loseAtStep(int step) {
        stepsLeft.set(step);
    }

    /// Whether it is away.
    public boolean isLost() {
        return lost;
    }

    /// It can be used again; no loss is due any more.
    public void giveBack() {
        try {
            stepsLeft.set(NEVER);
            lost = false;
            keeper.close();
            keeper = connect();
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not come back", e);
        }
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (lost) {
            throw new SQLTransientConnectionException("the test has taken the database away");
        }
        var waiting = idle.poll();
        return counting(waiting == null ? connect() : waiting, losses.get());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public void close() throws SQLException {
        for (var connection : idle) {
            connection.close();
        }
        keeper.close();
    }

    private Connection connect() throws SQLException {
        return kind == TestDatabase.H2
                ? AcknowledgedWrites.connect(url)
                : DriverManager.getConnection(url, "postgres", "");
    }

    private Connection counting(Connection real, int lossesBefore) {
        return SteppedConnection.around(
                real,
                this::step,
                () -> {
                    step();
                    if (lost) {
                        throw new SQLException("the connection ended before the commit was confirmed");
                    }
                },
                () -> {
                    if (losses.get() == lossesBefore) {
                        idle.add(real);
                    } else {
                        real.close();
                    }
                });
    }

    private void step() {
        if (stepsLeft.get() != NEVER && stepsLeft.getAndDecrement() == 0) {
            lose();
        }
    }
}
