package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.Role;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeFixture;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyId;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.ViewTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

/// Pages of single keys against the practice exchange, as a customer without any at first.
abstract class PracticedPages extends ViewTest {

    static final String WRONG = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

    @Autowired
    ExchangeKeys keys;

    @Autowired
    KeyUpkeep upkeep;

    @Autowired
    PracticeKeys practice;

    @Autowired
    Mishaps mishaps;

    @BeforeEach
    void sign_in() {
        PracticeFixture.signIn(Role.CUSTOMER);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    /// A pair as the practice exchange showed it.
    record Pair(PracticeKeyId id, String key, String secret) {}

    /// A connected key and the pair it was made from.
    record Connected(ExchangeKey key, Pair pair) {}

    Pair pair(String... moreBoxes) {
        var boxes = new HashSet<>(PracticedKeys.SPOT);
        boxes.addAll(List.of(moreBoxes));
        return pair(boxes);
    }

    Pair pair(Set<String> boxes) {
        var made = (Created) practice.create(new PracticeKeyDraft("bot", boxes, null, true, practice.code()));
        try (var secret = made.secret()) {
            return new Pair(made.id(), made.apiKey(), secret.reveal(SecretAccess.granted()));
        }
    }

    Connected connected(String label) {
        var pair = pair();
        return new Connected(connect(label, pair.key(), pair.secret()), pair);
    }

    /// Whatever came of it, also a refused key.
    ExchangeKey connect(String label, String key, String secret) {
        var draft = new KeyDraft(new ExchangeId("bitfinex"), Environment.PRACTICE, label, Strategy.of("spot"), "ours");
        try (var credentials = new Credentials(Map.of("apiKey", Secret.of(key), "apiSecret", Secret.of(secret)))) {
            return switch (keys.connect(draft, credentials, null, _ -> {})) {
                case ConnectOutcome.Connected(var stored) -> stored;
                case ConnectOutcome.Refused(var refused) -> refused;
                case ConnectOutcome other -> throw new AssertionError(other);
            };
        }
    }

    ExchangeKey now(ExchangeKey key) {
        return keys.find(key.id()).orElseThrow();
    }

    void open(String address) {
        UI.getCurrentOrThrow().navigate(address);
    }

    /// Fills what is secret.
    void paste(String key, String secret) {
        find(TextField.class).withId("credential-apiKey").single().setValue(key);
        find(PasswordField.class).withId("credential-apiSecret").single().setValue(secret);
    }

    void click(String text) {
        test(button(text)).click();
    }

    Button button(String text) {
        return find(Button.class).withText(text).single();
    }

    boolean hasButton(String text) {
        return find(Button.class).withText(text).exists();
    }

    List<String> hrefs() {
        return find(Anchor.class).all().stream().map(Anchor::getHref).toList();
    }

    String page() {
        return ((Component) getCurrentView()).getElement().getTextRecursively();
    }

    /// Waits until the work beside the request has said `text`.
    void says(String text) {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            pushed();
            assertThat(page()).contains(text);
        });
    }

    /// Does what a request does at its end with whatever background work has to show.
    void pushed() {
        var session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }
}
