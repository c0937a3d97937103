package dev.porteclef.support.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.CredentialGuard.Finding;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.support.AskOutcome;
import dev.porteclef.support.SupportDesk;
import dev.porteclef.support.SupportRequest;
import dev.porteclef.support.SupportRequestId;
import dev.porteclef.support.SupportRequests;
import dev.porteclef.support.Turn;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.ViewTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

class AskSupportViewTest extends ViewTest {

    private static final String KEY = "kX7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";
    private static final String SECRET = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

    @Autowired
    private ExchangeKeys keys;

    @Autowired
    private SupportRequests requests;

    @Autowired
    private SupportDesk desk;

    @Autowired
    private AuditLog journal;

    @Autowired
    private Jdbi jdbi;

    private final SignedInUser customer = person(Role.CUSTOMER);
    private SignedIn session = SignedIn.as(customer);
    private KeyId key = new KeyId(new UUID(0, 0));

    @BeforeEach
    void a_key_that_the_practice_exchange_refuses() {
        as(customer);
        key = connect();
        navigate("en/keys/" + key + "/ask", AskSupportView.class);
    }

    @AfterEach
    void sign_out() {
        session.close();
    }

    @Test
    void a_question_goes_out_with_a_report_that_holds_neither_key_nor_secret() {
        question().setValue("Why is it refused?");
        click("Send question and report");

        assertThat(asked()).singleElement().satisfies(sent -> {
            assertThat(sent.question()).isEqualTo("Why is it refused?");
            assertThat(sent.report().value("headline")).isEqualTo("CREDENTIALS_REJECTED");
            assertThat(sent.report().value("evidence")).contains("10100");
            assertThat(sent.report().toString()).doesNotContain(KEY, SECRET, KEY.substring(30), SECRET.substring(30));
            assertThat(texts()).contains("Sent. Your reference is " + sent.id().reference());
        });
        assertThat(question().getValue()).isEmpty();
        assertThat(requests.draft(key)).isEmpty();
        assertThat(journal.ownJournalOf(key.value(), Instant.EPOCH))
                .extracting(AuditEntry::act)
                .contains(Act.SUPPORT_ASKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "My secret is " + SECRET,
                "secret=" + SECRET + ", please help",
                "sB7nM2cV9xZ4lK1jH6gF 3dS8aP5oI0uYt\nR_eWqEtYuI",
                "The key: " + KEY
            })
    void a_text_with_an_own_credential_is_neither_sent_nor_kept(String text) {
        question().setValue(text);
        assertThat(question().isInvalid()).isTrue();
        click("Send question and report");

        assertThat(question().isInvalid()).isTrue();
        assertThat(question().getErrorMessage()).contains("one of your own keys or secrets");
        assertThat(question().getValue())
                .as("what was typed is still there to mend")
                .isEqualTo(text);
        assertThat(asked()).isEmpty();
        assertThat(requests.draft(key)).isEmpty();
        assertThat(requests.ask(key, text, Language.ENGLISH))
                .isEqualTo(new AskOutcome.HoldsSecret(Finding.OWN_CREDENTIAL));
    }

    /// Such as that of a key that can withdraw, which the portal never kept.
    @ParameterizedTest
    @ValueSource(strings = {"Try %s!", "secret=%s", "%s-", "https://example.org/%s"})
    void whatever_has_the_shape_of_a_credential_is_refused_too(String text) {
        var stranger = text.formatted("a" + SECRET.substring(1));
        question().setValue(stranger);
        assertThat(question().isInvalid()).isTrue();
        assertThat(requests.ask(key, stranger, Language.ENGLISH))
                .isEqualTo(new AskOutcome.HoldsSecret(Finding.LOOKS_LIKE_CREDENTIAL));
        assertThat(requests.draft(key)).isEmpty();
    }

    @Test
    void what_is_typed_survives_a_new_visit_and_another_language() {
        question().setValue("Half a question");
        navigate("fr/keys", Component.class);
        navigate("fr/keys/" + key + "/ask", AskSupportView.class);
        assertThat(question().getValue()).isEqualTo("Half a question");
        assertThat(find(H1.class).single().getText()).startsWith("Interroger le support");
    }

    @Test
    void what_goes_out_is_named_and_what_is_not_known_is_no_word_of_the_machine() {
        assertThat(texts()).anyMatch(text -> text.contains("the name of the key and its last four characters"));
        jdbi.useHandle(handle -> handle.execute(
                "update exchange_key set verdict = null, verdict_code = null, verdict_at = null where id = ?",
                key.value()));
        var report = requests.report(key).orElseThrow();
        assertThat(report.value("verdict")).isEqualTo("–");
        assertThat(report.toString()).doesNotContain("null");
    }

    @Test
    void a_question_must_be_one() {
        click("Send question and report");
        assertThat(question().isInvalid()).isTrue();
        assertThat(requests.ask(key, "x".repeat(2_001), Language.ENGLISH)).isInstanceOf(AskOutcome.NoQuestion.class);
        assertThat(asked()).isEmpty();
    }

    @Test
    void somebody_elses_key_cannot_be_asked_about() {
        as(person(Role.CUSTOMER));
        assertThat(requests.ask(key, "May I?", Language.ENGLISH)).isInstanceOf(AskOutcome.NoSuchKey.class);
        assertThat(requests.report(key)).isEmpty();
        assertThat(asked()).isEmpty();
        requests.keepDraft(key, "May I?");
        assertThat(requests.draft(key)).isEmpty();
    }

    @Test
    void each_side_stays_on_its_own() {
        assertThatThrownBy(() -> desk.waiting(null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.settled(null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(desk::countWaiting).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.open(new SupportRequestId(UUID.randomUUID())))
                .isInstanceOf(AccessDeniedException.class);
        as(person(Role.SUPPORT));
        assertThatThrownBy(() -> requests.ask(key, "Why?", Language.ENGLISH)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> requests.report(key)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void ten_questions_an_hour_are_enough() {
        for (var n = 0; n < 10; n++) {
            assertThat(requests.ask(key, "Question " + n, Language.ENGLISH)).isInstanceOf(AskOutcome.Asked.class);
        }
        question().setValue("One more");
        click("Send question and report");
        assertThat(texts()).anyMatch(text -> text.startsWith("That was many questions in a row."));
        assertThat(question().getValue()).isEqualTo("One more");
        assertThat(requests.draft(key)).contains("One more");
    }

    /// What the signed-in customer has asked about the key.
    private List<SupportRequest> asked() {
        return requests.conversation(key).stream()
                .map(Turn.Asked.class::cast)
                .map(Turn.Asked::request)
                .toList();
    }

    private KeyId connect() {
        var draft =
                new KeyDraft(new ExchangeId("bitfinex"), Environment.PRACTICE, "My bot", Strategy.of("spot"), "ours");
        try (var pair = new Credentials(Map.of("apiKey", Secret.of(KEY), "apiSecret", Secret.of(SECRET)))) {
            return ((ConnectOutcome.Connected) keys.connect(draft, pair, null, _ -> {}))
                    .key()
                    .id();
        }
    }

    private void as(SignedInUser person) {
        session.close();
        session = SignedIn.as(person);
    }

    private static SignedInUser person(Role role) {
        var id = new UserId(UUID.randomUUID());
        return new SignedInUser(id, id + "@example.org", "", Set.of(role), Language.ENGLISH, true);
    }

    private TextArea question() {
        return find(TextArea.class).single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private List<String> texts() {
        return find(Paragraph.class).all().stream().map(HasText::getText).toList();
    }
}
