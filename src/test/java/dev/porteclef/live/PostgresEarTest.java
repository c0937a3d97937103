package dev.porteclef.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;

import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.FaultProxy;
import dev.porteclef.testing.FaultProxy.Fault;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TestDatabase.Fresh;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.scheduling.concurrent.SimpleAsyncTaskScheduler;

/// A network that swallows what is said on it.
@Timeout(60)
class PostgresEarTest {

    private final Topic topic = Topic.keysOf(new UserId(UUID.randomUUID()));
    private final SimpleAsyncTaskScheduler scheduler = new SimpleAsyncTaskScheduler();
    private final List<Runnable> stops = new ArrayList<>();

    @AfterEach
    void stop() {
        stops.forEach(Runnable::run);
        scheduler.close();
    }

    @Test
    void a_server_that_accepts_and_says_nothing_makes_nobody_deaf() {
        var fresh = TestDatabase.POSTGRESQL.fresh();
        try (var proxy = new FaultProxy(port(fresh))) {
            // Whether there is TLS is answered, for that the driver has a limit of its own; the login is not.
            proxy.play(new Fault.Hold(FaultProxy.Side.CLIENT, 8, new CountDownLatch(1)));
            hearsOnceItIsBack(fresh, proxy);
        }
    }

    @Test
    void a_server_that_falls_silent_after_the_login_makes_nobody_deaf() throws SQLException {
        var fresh = TestDatabase.POSTGRESQL.fresh();
        try (var proxy = new FaultProxy(port(fresh))) {
            var url = BulletinTest.url(fresh).replace(":" + port(fresh), ":" + proxy.port());
            try (var _ = DriverManager.getConnection(url, login())) {
                var login = proxy.passed(FaultProxy.Side.CLIENT);
                proxy.play(new Fault.Hold(FaultProxy.Side.CLIENT, login, new CountDownLatch(1)));
            }
            hearsOnceItIsBack(fresh, proxy);
        }
    }

    /// The first connection suffers what the proxy plays, those after it nothing.
    private void hearsOnceItIsBack(Fresh fresh, FaultProxy proxy) {
        var node = new Bulletin(scheduler, Clock.systemUTC());
        var told = new AtomicInteger();
        node.follow(topic, node.now(), told::incrementAndGet);
        var ear = BulletinTest.ear(BulletinTest.url(fresh).replace(":" + port(fresh), ":" + proxy.port()), node);
        var before = proxy.connections();
        ear.start();
        stops.add(ear::stop);
        await().until(() -> proxy.connections() > before);
        proxy.play(new Fault.None());
        await().atMost(Duration.ofSeconds(40)).untilAtomic(told, greaterThan(0));
        assertThat(proxy.connections()).as("made anew").isGreaterThan(before + 1);
        var looked = told.get();
        BulletinTest.announce(fresh, topic);
        await().untilAtomic(told, greaterThan(looked));
    }

    /// As the ear says it, to the byte.
    private static Properties login() {
        var login = new Properties();
        login.setProperty("user", "postgres");
        login.setProperty("password", "");
        login.setProperty("ApplicationName", PostgresEar.NAME);
        return login;
    }

    private static int port(Fresh fresh) {
        return URI.create(BulletinTest.url(fresh).substring("jdbc:".length())).getPort();
    }
}
