package dev.porteclef.live;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Hears what any node announces, on one connection of its own beside the pool's. A connection that is lost is made
/// anew; since PostgreSQL repeats nothing, everything that is followed is looked at again then.
final class PostgresEar implements SmartLifecycle {

    static final String NAME = "porteclef-live";

    private static final Logger LOG = LoggerFactory.getLogger(PostgresEar.class);
    /// A server that vanished without a word is noticed after so long, and its answer is waited for.
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration LOGIN = Duration.ofSeconds(10);
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(1);

    private final String url;
    private final Properties properties;
    private final Bulletin bulletin;
    private volatile CountDownLatch stopped = new CountDownLatch(1);
    private volatile @Nullable Connection connection;
    private volatile boolean running;

    PostgresEar(String url, @Nullable String user, @Nullable String password, Bulletin bulletin) {
        this.url = url;
        this.bulletin = bulletin;
        this.properties = new Properties();
        if (user != null) {
            properties.setProperty("user", user);
        }
        if (password != null) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", NAME);
        properties.setProperty("tcpKeepAlive", "true");
        // A server, or a proxy before it, that accepts and then says nothing must not be waited for without end. The
        // driver gives up a login, but its thread only where the socket has an end as well.
        properties.setProperty("connectTimeout", Long.toString(PATIENCE.toSeconds()));
        properties.setProperty("loginTimeout", Long.toString(LOGIN.toSeconds()));
        properties.setProperty("socketTimeout", Long.toString(PATIENCE.toSeconds()));
    }

    @Override
    public void start() {
        running = true;
        var end = new CountDownLatch(1);
        stopped = end;
        Thread.ofVirtual().name(NAME).start(() -> listen(end));
    }

    private void listen(CountDownLatch end) {
        var lost = false;
        while (end.getCount() > 0) {
            try (var open = DriverManager.getConnection(url, properties)) {
                connection = open;
                try (var statement = open.createStatement()) {
                    statement.execute("listen " + Announcements.CHANNEL);
                }
                // Hearing is waiting, and asks by itself whether the other end is there.
                open.setNetworkTimeout(Runnable::run, 0);
                if (lost) {
                    LOG.info("News of other nodes is heard again");
                    lost = false;
                }
                // Not only after a loss: the first page may have been faster than this.
                bulletin.anythingMayHaveChanged();
                hear(open, end);
            } catch (SQLException e) {
                lost = warn(lost, end, String.valueOf(e.getSQLState()));
            } catch (RuntimeException e) {
                // Nobody would start this thread again.
                lost = warn(lost, end, e.getClass().getName());
            }
            await(end);
        }
    }

    private static boolean warn(boolean lost, CountDownLatch end, String why) {
        if (!lost && end.getCount() > 0) {
            LOG.warn("News of other nodes is not heard for now: {}", why);
        }
        return true;
    }

    private void hear(Connection open, CountDownLatch end) throws SQLException {
        var postgres = open.unwrap(PGConnection.class);
        while (end.getCount() > 0) {
            var heard = postgres.getNotifications((int) SILENCE.toMillis());
            for (var one : heard) {
                bulletin.changed(new Topic(one.getParameter()));
            }
            if (heard.length == 0 && !open.isValid((int) PATIENCE.toSeconds())) {
                throw new SQLException("no answer", "08006");
            }
        }
    }

    private static void await(CountDownLatch end) {
        try {
            var _ = end.await(BEFORE_ANOTHER_TRY.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end.countDown();
        }
    }

    @Override
    public void stop() {
        stopped.countDown();
        running = false;
        var open = connection;
        if (open != null) {
            try {
                // Closing would wait for whoever reads.
                open.abort(Runnable::run);
            } catch (SQLException e) {
                LOG.debug("The connection was gone already", e);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
