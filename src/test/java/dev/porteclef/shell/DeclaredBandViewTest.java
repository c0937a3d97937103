package dev.porteclef.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.ui.PracticedKeys;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.ViewTest;
import dev.porteclef.watch.DeclareOutcome;
import dev.porteclef.watch.DeclaredIncident;
import dev.porteclef.watch.DeclaredIncidents;
import dev.porteclef.watch.IncidentTexts;
import dev.porteclef.watch.Trouble;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/// What an agent declares is told above every page to whom it concerns, and to nobody else.
@Timeout(120)
class DeclaredBandViewTest extends ViewTest {

    private static final IncidentTexts TEXTS = new IncidentTexts("Do not delete it.", "Ne la supprime pas.");

    @Autowired
    private DeclaredIncidents incidents;

    @Autowired
    private KnownIncidents known;

    @Autowired
    private ExchangeKeys keys;

    @Autowired
    private PracticeKeys practice;

    @Autowired
    private Jdbi jdbi;

    private final SignedInUser customer = person(Role.CUSTOMER);
    private final SignedInUser agent = person(Role.SUPPORT);

    @AfterEach
    void over() {
        SecurityContextHolder.clearContext();
        jdbi.useTransaction(handle -> {
            handle.execute("delete from declared_incident");
            Announcements.announce(handle, Topic.INCIDENTS);
        });
        comes(() -> assertThat(known.current().declared()).isEmpty());
    }

    @Test
    void it_comes_and_goes_on_an_open_page_in_the_readers_language() {
        var key = refused();
        open("fr/keys");
        assertThat(band()).isEmpty();
        var incident = declared(key);
        comes(() -> assertThat(band()).contains("Ne la supprime pas.", "Le support, depuis"));
        open("en/help");
        assertThat(band()).contains("Do not delete it.").doesNotContain("Ne la supprime pas.");

        as(agent, () -> assertThat(incidents.end(incident.id())).isTrue());
        comes(() -> assertThat(band()).isEmpty());
    }

    @Test
    void it_goes_by_itself_from_whoever_has_no_such_key_any_more() {
        var key = refused();
        declared(key);
        open("en/keys");
        comes(() -> assertThat(band()).contains("Do not delete it."));
        keys.delete(key.id());
        comes(() -> assertThat(band()).isEmpty());
    }

    @Test
    void nobody_else_is_told() {
        var key = refused();
        declared(key);
        comes(() -> assertThat(known.current().declared()).hasSize(1));

        var _ = SignedIn.as(person(Role.CUSTOMER));
        new PracticedKeys(keys, practice).connected("Fine");
        open("en/keys");
        assertThat(band()).as("another customer").isEmpty();
        var _ = SignedIn.as(agent);
        open("en/console/keys");
        assertThat(band()).as("staff").isEmpty();
        SecurityContextHolder.clearContext();
        open("en/help");
        assertThat(band()).as("who is not signed in").isEmpty();

        var _ = SignedIn.as(customer);
        open("en/help/bitfinex");
        assertThat(band()).as("its customer, on a page for everybody").contains("Do not delete it.");
    }

    @Test
    void what_cannot_be_read_once_stays() {
        declared(refused());
        open("en/keys");
        comes(() -> assertThat(band()).contains("Do not delete it."));
        jdbi.useHandle(handle -> handle.execute("alter table exchange_key rename to taken_away"));
        try {
            open("fr/help/bitfinex");
            assertThat(band()).contains("Ne la supprime pas.");
            var _ = SignedIn.as(person(Role.CUSTOMER));
            open("en/help/bitfinex");
            assertThat(band()).as("of another reader").isEmpty();
        } finally {
            jdbi.useHandle(handle -> handle.execute("alter table taken_away rename to exchange_key"));
        }
    }

    private ExchangeKey refused() {
        var _ = SignedIn.as(customer);
        return new PracticedKeys(keys, practice).rejected("Refused");
    }

    private DeclaredIncident declared(ExchangeKey key) {
        var declared = new DeclaredIncident[1];
        as(agent, () -> {
            var outcome = incidents.declare(Trouble.of(key), TEXTS);
            declared[0] = ((DeclareOutcome.Declared) outcome).incident();
        });
        return declared[0];
    }

    private void as(SignedInUser person, Runnable act) {
        var _ = SignedIn.as(person);
        act.run();
        var _ = SignedIn.as(customer);
    }

    private static SignedInUser person(Role role) {
        return new SignedInUser(
                new UserId(UUID.randomUUID()), "not-asked@example.com", "", Set.of(role), Language.ENGLISH, true);
    }

    private static void open(String address) {
        UI.getCurrentOrThrow().navigate(address);
    }

    private String band() {
        return find(IncidentBand.class, (Component) UI.getCurrentOrThrow())
                .single()
                .getElement()
                .getTextRecursively();
    }

    private void comes(ThrowingRunnable assertion) {
        Awaitility.await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            roundTrip();
            assertion.run();
        });
    }
}
