package dev.porteclef.live.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.testing.ViewTest;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;

class LivePartViewTest extends ViewTest {

    private static final Topic TOPIC = new Topic("a part of a test");

    @Autowired
    private Bulletin bulletin;

    @Test
    void what_cannot_be_read_just_now_is_read_later_and_bothers_nobody() {
        var looks = new AtomicInteger();
        var part = new Div();
        LivePart.follow(part, bulletin, () -> TOPIC, () -> {
            if (looks.incrementAndGet() == 1) {
                throw new DataAccessResourceFailureException("no connection for you");
            }
        });
        UI.getCurrentOrThrow().add(part);
        bulletin.changed(TOPIC);
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            roundTrip();
            assertThat(looks).hasValue(2);
        });
        assertThat(find(Notification.class).all()).isEmpty();
        part.removeFromParent();
    }
}
