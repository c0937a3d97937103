package dev.porteclef.console.ui;

import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.dom.DomEvent;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.internal.JacksonUtils;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.key.ui.PracticedKeys;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.ViewTest;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/// Pages of the console with keys that customers have connected at the practice exchange.
abstract class ConsoleViewTest extends ViewTest {

    @Autowired
    ExchangeKeys keys;

    @Autowired
    KeyUpkeep upkeep;

    @Autowired
    private PracticeKeys practice;

    @Autowired
    private Texts texts;

    @Autowired
    Jdbi jdbi;

    final SignedInUser customer = person(Role.CUSTOMER);
    final SignedInUser agent = person(Role.SUPPORT);

    @BeforeEach
    void sign_in() {
        as(customer);
    }

    PracticedKeys made() {
        return new PracticedKeys(keys, practice);
    }

    static SignedInUser person(Role role) {
        return new SignedInUser(
                new UserId(UUID.randomUUID()), "not-asked@example.com", "", Set.of(role), Language.ENGLISH, true);
    }

    /// How the account of `person` is written to, as [ViewTest] opens it.
    static String email(SignedInUser person) {
        return person.id() + "@newcomer.example";
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    static void as(SignedInUser person) {
        var _ = SignedIn.as(person);
    }

    void open(String address) {
        var location = new Location(address);
        UI.getCurrentOrThrow().navigate(location.getPath(), location.getQueryParameters());
    }

    String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    String text(String key, Object... arguments) {
        return texts.get(Language.ENGLISH, key, arguments);
    }

    /// Presses `key` of the keyboard outside of all fields.
    ///
    /// @param row the id of the key in whose row the keyboard is; empty: in none
    static void press(String key, String row) {
        var root = UI.getCurrentOrThrow().getElement();
        var listeners = root.getNode().getFeature(ElementListenerMap.class);
        var data = JacksonUtils.createObjectNode();
        for (var expression : listeners.getExpressions("keydown")) {
            if (expression.equals("event.key")) {
                data.put(expression, key);
            } else if (expression.contains("dataset.key")) {
                data.put(expression, row);
            } else {
                // What the browser is to answer itself: that no field is typed in.
                data.put(expression, expression.contains("'" + key + "'"));
            }
        }
        listeners.fireEvent(new DomEvent(root, "keydown", data));
    }

    /// Where the keyboard was led last, since this was asked before.
    static Optional<Component> ledTo() {
        var internals = UI.getCurrentOrThrow().getInternals();
        internals.getStateTree().runExecutionsBeforeClientResponse();
        return internals.dumpPendingJavaScriptInvocations().stream()
                .filter(call -> call.getInvocation().getExpression().contains("this.focus("))
                .reduce((_, later) -> later)
                .flatMap(call -> Element.get(call.getOwner()).getComponent());
    }

    /// Waits for what comes by push.
    void comes(ThrowingRunnable assertion) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var session = VaadinSession.getCurrent();
            session.getService().runPendingAccessTasks(session);
            roundTrip();
            assertion.run();
        });
    }
}
