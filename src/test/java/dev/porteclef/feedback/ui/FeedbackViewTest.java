package dev.porteclef.feedback.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.feedback.Opinion;
import dev.porteclef.feedback.Opinion.Reason;
import dev.porteclef.feedback.Opinions;
import dev.porteclef.feedback.Readings;
import dev.porteclef.help.Sequels.Share;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.RolesNow;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.platform.ui.FirstText;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.support.SupportRequests;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.ViewTest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// Below an article the question whether it helped, above it the reader's own case, and what is counted.
class FeedbackViewTest extends ViewTest {

    private static final Set<String> SPOT = Set.of("orders.read", "orders.write", "wallets.read", "history.read");
    private static final String ARTICLE = "en/help/bitfinex/10114";

    @Autowired
    private ExchangeKeys keys;

    @Autowired
    private PracticeKeys practiceKeys;

    @Autowired
    private Mishaps mishaps;

    @Autowired
    private SupportRequests support;

    @Autowired
    private Opinions opinions;

    @Autowired
    private Readings readings;

    @Autowired
    private RolesNow roles;

    @Autowired
    private Jdbi jdbi;

    private final SignedInUser customer = person(Role.CUSTOMER);
    private final SignedInUser editor = person(Role.EDITOR);
    private SignedIn session = SignedIn.as(customer);

    @BeforeEach
    void nothing_was_read() {
        as(customer);
        roles.of(customer.id());
        jdbi.useHandle(handle -> handle.execute("delete from article_reading"));
        jdbi.useHandle(handle -> handle.execute("delete from article_opinion"));
    }

    @AfterEach
    void sign_out() {
        session.close();
    }

    @Test
    void a_yes_takes_one_click() {
        UI.getCurrent().navigate(ARTICLE);
        click("Yes");
        assertThat(shown()).contains("Thank you.");
        as(editor);
        assertThat(opinions.about("10114")).containsExactly(new Opinion("10114", Language.ENGLISH, true, null, ""));
    }

    @Test
    void a_no_may_say_why_but_never_a_secret() {
        UI.getCurrent().navigate(ARTICLE);
        click("No");
        reasons().setValue(Reason.UNCLEAR);
        var comment = find(TextArea.class).single();
        comment.setValue("I typed kX7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI");
        click("Send");
        assertThat(shown()).contains("Nothing was kept");
        comment.setValue("What is a nonce?");
        click("Send");
        assertThat(shown()).contains("Whoever keeps this article will read it.");
        as(editor);
        assertThat(opinions.about("10114"))
                .containsExactly(new Opinion("10114", Language.ENGLISH, false, Reason.UNCLEAR, "What is a nonce?"));
    }

    @Test
    void nobody_has_to_sign_in_to_say_either() {
        session.close();
        UI.getCurrent().navigate(ARTICLE);
        click("No");
        click("Send");
        assertThat(shown()).contains("Whoever keeps this article will read it.");
        UI.getCurrent().navigate("en/help");
        UI.getCurrent().navigate(ARTICLE);
        click("Yes");
        assertThat(shown()).contains("Thank you.");
        as(editor);
        assertThat(opinions.about("10114")).extracting(Opinion::helpful).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void only_editors_read_what_was_said() {
        assertThatThrownBy(() -> opinions.about("10114")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(readings::shares).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void a_customer_in_trouble_who_turns_green_afterwards_is_counted() {
        var key = troubledKey();
        UI.getCurrent().navigate(ARTICLE);
        UI.getCurrent().navigate("en/help");
        UI.getCurrent().navigate(ARTICLE);
        mishaps.befallExchange(Mishap.MAINTENANCE);
        keys.check(key.id(), _ -> {});
        mishaps.endExchange();
        keys.check(key.id(), _ -> {});
        assertThat(shares()).as("within the half hour").isEmpty();
        pass();
        assertThat(shares()).isEqualTo(Map.of("10114", new Share(1, 1)));
    }

    @Test
    void whoever_stays_red_or_asks_support_is_not_green() {
        var key = troubledKey();
        UI.getCurrent().navigate(ARTICLE);
        keys.check(key.id(), _ -> {});
        support.ask(key.id(), "Why is that so?", Language.ENGLISH);
        pass();
        assertThat(shares()).isEqualTo(Map.of("10114", new Share(1, 0)));
    }

    @Test
    void a_page_that_is_drawn_for_its_first_html_is_not_read_yet() {
        troubledKey();
        FirstText.mark(UI.getCurrent());
        UI.getCurrent().navigate(ARTICLE);
        pass();
        assertThat(shares()).isEmpty();
    }

    @Test
    void whoever_has_no_trouble_is_not_counted() {
        UI.getCurrent().navigate(ARTICLE);
        session.close();
        UI.getCurrent().navigate(ARTICLE);
        pass();
        assertThat(shares()).isEmpty();
    }

    @Test
    void an_article_opened_from_a_key_shows_its_case_to_its_owner_only() {
        var key = troubledKey();
        openWith("en/help/bitfinex/10111", key.id().toString());
        assertThat(ownCase())
                .hasSize(1)
                .first()
                .asString()
                .contains("Your key “" + key.label() + "”", "51.38.112.198", "Back to this key");
        as(person(Role.CUSTOMER));
        UI.getCurrent().navigate("en/help");
        openWith("en/help/bitfinex/10100", key.id().toString());
        assertThat(ownCase()).isEmpty();
        openWith("en/help/bitfinex/10100", "nonsense");
        assertThat(ownCase()).isEmpty();
    }

    private static void openWith(String article, String key) {
        UI.getCurrent().navigate(article, QueryParameters.of("key", key));
    }

    private List<String> ownCase() {
        return find(Section.class).withClassName("own-case").all().stream()
                .map(section -> section.getElement().getTextRecursively())
                .toList();
    }

    /// A key that the exchange did not know when it was connected, so that it is red, and knows by now.
    private ExchangeKey troubledKey() {
        var made = (Created) practiceKeys.create(new PracticeKeyDraft("bot", SPOT, null, true, practiceKeys.code()));
        mishaps.befall(made.id(), Mishap.KEY_DELETED);
        var draft = new KeyDraft(
                new ExchangeId("bitfinex"), Environment.PRACTICE, "My bot", Strategy.of("spot"), "milliseconds");
        try (var credentials = new Credentials(Map.of(
                "apiKey", Secret.of(made.apiKey()),
                "apiSecret", Secret.of(made.secret().reveal(SecretAccess.granted()))))) {
            return ((ConnectOutcome.Connected) keys.connect(draft, credentials, null, _ -> {})).key();
        } finally {
            mishaps.end(made.id());
        }
    }

    private Map<String, Share> shares() {
        as(editor);
        try {
            return readings.shares();
        } finally {
            as(customer);
        }
    }

    /// Half an hour later.
    private void pass() {
        jdbi.useHandle(handle -> handle.createUpdate("update article_reading set read_at = :then")
                .bind("then", Clock.systemUTC().instant().minusSeconds(31 * 60))
                .execute());
    }

    private void as(SignedInUser person) {
        session.close();
        session = SignedIn.as(person);
    }

    private static SignedInUser person(Role role) {
        var id = new UserId(UUID.randomUUID());
        return new SignedInUser(id, id + "@example.org", "", Set.of(role), Language.ENGLISH, true);
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<Reason> reasons() {
        return find(RadioButtonGroup.class).single();
    }

    private void click(String text) {
        var plain = find(NativeButton.class, find(OpinionForm.class).single())
                .withText(text)
                .all();
        if (plain.isEmpty()) {
            test(find(Button.class).withText(text).single()).click();
        } else {
            test(plain.getFirst()).click();
        }
    }

    private String shown() {
        return find(OpinionForm.class).single().getElement().getTextRecursively();
    }
}
