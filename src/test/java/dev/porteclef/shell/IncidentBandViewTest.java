package dev.porteclef.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.testing.ViewTest;
import dev.porteclef.watch.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// The strip above every page is there when there is something to tell, and never in the way.
@Timeout(60)
class IncidentBandViewTest extends ViewTest {

    private static final Incident SILENT = new Incident(
            new ExchangeId("bitfinex"),
            Environment.LIVE,
            Incident.Kind.NO_ANSWER,
            Instant.parse("2026-11-21T09:30:00Z"));

    @Autowired
    private Bulletin bulletin;

    @Autowired
    private Jdbi jdbi;

    @AfterEach
    void over() {
        change("delete from watch_incident");
    }

    @Test
    void a_page_that_anybody_may_read_needs_no_database_for_it() {
        UI.getCurrentOrThrow().navigate("en");
        change("""
                insert into watch_incident (exchange, environment, kind, address, since)
                values ('bitfinex', 'LIVE', 'NO_ANSWER', '', timestamp with time zone '2026-11-21 09:30:00+00')
                """);
        await(() -> assertThat(band()).contains("Bitfinex has not answered"));

        change("alter table watch_incident rename to taken_away");
        try {
            UI.getCurrentOrThrow().navigate("fr");
            assertThat(band()).contains("Bitfinex ne répond plus");
        } finally {
            change("alter table taken_away rename to watch_incident");
        }
        change("delete from watch_incident");
        await(() -> assertThat(band()).isEmpty());
    }

    @Test
    void no_page_waits_while_it_is_read_and_what_was_known_outlives_a_failure() {
        var gate = new CountDownLatch(1);
        var answer = new AtomicReference<Runnable>(() -> {});
        var known = new KnownIncidents(
                () -> {
                    pass(gate);
                    answer.get().run();
                    return new KnownIncidents.Wrong(List.of(SILENT), List.of());
                },
                bulletin);
        assertThat(known.current().recognised())
                .as("nobody has read yet, and nobody waits")
                .isEmpty();
        gate.countDown();
        await(() -> assertThat(known.current().recognised()).containsExactly(SILENT));

        var failed = new CountDownLatch(1);
        answer.set(() -> {
            failed.countDown();
            throw new IllegalStateException("no database");
        });
        await(() -> {
            assertThat(known.current().recognised()).containsExactly(SILENT);
            assertThat(failed.getCount()).as("read again after a while").isZero();
        });
        assertThat(known.current().recognised()).containsExactly(SILENT);
    }

    private static void pass(CountDownLatch gate) {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void change(String sql) {
        jdbi.useTransaction(handle -> {
            handle.execute(sql);
            Announcements.announce(handle, Topic.INCIDENTS);
        });
    }

    private String band() {
        return find(IncidentBand.class, (Component) UI.getCurrentOrThrow())
                .single()
                .getElement()
                .getTextRecursively();
    }

    private void await(ThrowingRunnable assertion) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            roundTrip();
            assertion.run();
        });
    }
}
