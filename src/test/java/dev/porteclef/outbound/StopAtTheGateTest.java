package dev.porteclef.outbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Route;
import dev.porteclef.outbound.Errand.Priority;
import dev.porteclef.platform.lifecycle.Stopping;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Waits that are broken off, on a database in a file, which an interrupted thread would close, or behind a socket. The
/// clock stands still: nobody's patience ends.
@Timeout(60)
class StopAtTheGateTest {

    private static final Pace PACE = new Pace(30, 10);
    private static final Lane LANE = new Lane("api.example.org:443", "permissions", false);
    private static final Lane OTHER = new Lane("api.example.com:443", "permissions", false);
    private static final Route HOME = new Route("203.0.113.1", null, null);

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final Stopping stopping = new Stopping();
    private final CountDownLatch queued = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_stop_ends_every_wait_and_lets_pass_whoever_need_not(TestDatabase database) throws Exception {
        var jdbi = jdbi(database);
        var gate = gate(jdbi);
        var waiting = waiting(gate);
        Thread.ofVirtual().start(waiting);
        queued.await();
        stopping.begin();
        assertThat(waiting.get()).isEmpty();
        assertThat(tickets(jdbi)).isZero();
        assertThat(gate.pass(LANE, errand()))
                .as("whoever comes now does not wait")
                .isEmpty();
        assertThat(gate.pass(OTHER, errand())).contains(HOME);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_interrupted_wait_ends_and_leaves_the_database_open(TestDatabase database) throws Exception {
        var jdbi = jdbi(database);
        var waiting = waiting(gate(jdbi));
        var thread = Thread.ofVirtual().start(waiting);
        queued.await();
        thread.interrupt();
        assertThat(waiting.get()).isEmpty();
        assertThat(tickets(jdbi)).isZero();
    }

    private FutureTask<Optional<Route>> waiting(OutboundGate gate) {
        gate.stayAway(HOME, LANE, Duration.ofHours(1));
        return new FutureTask<>(() -> gate.pass(LANE, errand()));
    }

    private Errand errand() {
        return Errand.of(Priority.WATCH, clock.instant(), _ -> queued.countDown());
    }

    private OutboundGate gate(Jdbi jdbi) {
        return new OutboundGate(jdbi, List.of(HOME), PACE, PACE, stopping::pause, stopping, clock, GateNews.UNHEARD);
    }

    private Jdbi jdbi(TestDatabase database) {
        var fresh = switch (database) {
            case H2 ->
                database.on(JdbcConnectionPool.create(
                        "jdbc:h2:file:" + folder.resolve("porteclef")
                                + ";WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE"
                                + ";DEFAULT_NULL_ORDERING=HIGH",
                        "porteclef",
                        ""));
            case POSTGRESQL -> database.fresh();
        };
        return fresh.jdbi();
    }

    private static int tickets(Jdbi jdbi) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from outbound_ticket")
                .mapTo(Integer.class)
                .one());
    }
}
