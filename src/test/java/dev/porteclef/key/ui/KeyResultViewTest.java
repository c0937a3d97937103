package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.lifecycle.Stopping;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.platform.ui.Explanations;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.PracticeFixture;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.ViewTest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.support.TaskExecutorAdapter;
import org.springframework.security.core.context.SecurityContextHolder;

/// What can be done from a verdict, against the practice exchange: each try ends in words.
class KeyResultViewTest extends ViewTest {

    private static final Set<String> SPOT = Set.of("orders.read", "orders.write", "wallets.read", "history.read");
    private static final String WRONG = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

    @Autowired
    private ExchangeKeys keys;

    @Autowired
    private KeyUpkeep upkeep;

    @Autowired
    private PracticeKeys practiceKeys;

    @Autowired
    private Mishaps mishaps;

    @Autowired
    private ExchangeCatalogue catalogue;

    @Autowired
    private Explanations explanations;

    @Autowired
    private AuditLog journal;

    private final List<Headline> told = new ArrayList<>();
    private final List<ExchangeKey> changed = new ArrayList<>();

    @BeforeEach
    void sign_in() {
        PracticeFixture.signIn(Role.CUSTOMER);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void swapped_fields_are_accepted_the_other_way_round_and_kept_so() {
        var made = practiceKey();
        var result = shown(connect(made.secret().reveal(SecretAccess.granted()), made.apiKey()));
        assertThat(headline(result)).isEqualTo("Key or secret not accepted");

        click(result, "Try with the two fields swapped");
        assertThat(notice(result)).contains("accepts it so", "kept this way");
        assertThat(headline(result)).isEqualTo("Accepted");
        assertThat(told).containsExactly(Headline.ACCEPTED);

        click(result, "Check again");
        assertThat(headline(result)).isEqualTo("Accepted");
    }

    @Test
    void a_wrong_pair_is_refused_that_way_too_and_swapping_is_ruled_out() {
        var result = shown(connect(practiceKey().apiKey(), WRONG));
        click(result, "Try with the two fields swapped");
        assertThat(notice(result)).contains("refuses that as well");
        assertThat(headline(result)).isEqualTo("Key or secret not accepted");
        assertThat(Parts.text(result, "ruled-out"))
                .contains("swapped fields (we tried it the other way round: refused as well)");
        assertThat(buttons(result)).doesNotContain("Try with the two fields swapped");
    }

    @Test
    void without_an_answer_nothing_is_learnt_and_nothing_changes() {
        // Swapped indeed: the practice exchange knows whose key is asked about and has its mishap befall it.
        var made = practiceKey();
        var result = shown(connect(made.secret().reveal(SecretAccess.granted()), made.apiKey()));
        mishaps.befallExchange(Mishap.MAINTENANCE);
        click(result, "Try with the two fields swapped");
        assertThat(notice(result)).contains("nothing was learnt", "is under maintenance");
        assertThat(headline(result)).isEqualTo("Key or secret not accepted");
        assertThat(buttons(result)).contains("Try with the two fields swapped");
        assertThat(told).isEmpty();
    }

    @Test
    void a_key_that_was_deleted_in_another_window_is_not_checked() {
        var key = connect(practiceKey().apiKey(), WRONG);
        var result = shown(key);
        keys.delete(key.id());
        click(result, "Check again");
        assertThat(notice(result)).contains("no longer here");
    }

    @Test
    void a_key_renamed_while_it_is_checked_shows_no_old_verdict() {
        var made = practiceKey();
        var key = connect(made.apiKey(), made.secret().reveal(SecretAccess.granted()));
        var result = shown(key);
        button(result.getElement(), "Check again").click();
        result.show(upkeep.rename(key.id(), "Night bot").orElseThrow());
        assertThat(Parts.of(result, "verdict-title")).isEmpty();
        assertThat(Parts.of(result, "checklist")).hasSize(1);
        pushed();
        assertThat(headline(result)).isEqualTo("Accepted");
        assertThat(told).containsExactly(Headline.ACCEPTED);
        assertThat(changed.getLast().label()).isEqualTo("Night bot");
    }

    @Test
    void microseconds_take_a_tick_and_are_checked_at_once() {
        var made = practiceKey();
        var key = connect(made.apiKey(), made.secret().reveal(SecretAccess.granted()));
        mishaps.befall(made.id(), Mishap.NONCE_SPOILT);
        var result = shown(key);
        click(result, "Check again");
        assertThat(headline(result)).isEqualTo("Another program uses this key");
        assertThat(Parts.text(result, "last-resort")).contains("CCXT, freqtrade", "no way back");

        click(result, "Count in microseconds for this key …");
        var dialog = find(ConfirmDialog.class).single();
        var confirm = button(dialog.getElement(), "Count in microseconds and check");
        assertThat(confirm.isEnabled()).isFalse();
        confirm.click();
        assertThat(acts(key)).as("without the tick").doesNotContain(Act.NONCE_UNIT_CHANGED);

        find(Checkbox.class).withId("microseconds-agreed").single().setValue(true);
        assertThat(confirm.isEnabled()).isTrue();
        confirm.click();
        pushed();
        assertThat(acts(key)).contains(Act.NONCE_UNIT_CHANGED);
        assertThat(told).hasSize(2);
    }

    private Created practiceKey() {
        return (Created) practiceKeys.create(new PracticeKeyDraft("bot", SPOT, null, true, practiceKeys.code()));
    }

    private ExchangeKey connect(String apiKey, String secret) {
        var draft = new KeyDraft(
                new ExchangeId("bitfinex"), Environment.PRACTICE, "My bot", Strategy.of("spot"), "milliseconds");
        try (var credentials = new Credentials(Map.of("apiKey", Secret.of(apiKey), "apiSecret", Secret.of(secret)))) {
            return ((ConnectOutcome.Connected) keys.connect(draft, credentials, null, _ -> {})).key();
        }
    }

    private KeyResult shown(ExchangeKey key) {
        var ui = UI.getCurrentOrThrow();
        var exchange = catalogue.get(key.exchange());
        ui.setLocale(Language.ENGLISH.locale());
        var words = new KeyWords(ui, Language.ENGLISH, ZoneOffset.UTC, exchange);
        var parts = new VerdictParts(
                words, new KeyEntries(explanations, exchange, Language.ENGLISH), List.of("51.38.112.198"));
        var result = new KeyResult(
                keys, upkeep, new Background(new TaskExecutorAdapter(Runnable::run), new Stopping()), parts, now -> {
                    told.add(now.headline());
                    changed.add(now);
                });
        ui.add(result);
        result.show(key);
        return result;
    }

    private void click(KeyResult result, String text) {
        button(result.getElement(), text).click();
        pushed();
    }

    /// Does what a request does at its end with whatever background work has to show.
    private void pushed() {
        var session = VaadinSession.getCurrent();
        session.getService().runPendingAccessTasks(session);
        roundTrip();
    }

    private static Button button(Element root, String text) {
        return Parts.all(root)
                .flatMap(element -> element.getComponent().stream())
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + text));
    }

    private static List<String> buttons(KeyResult result) {
        return Parts.tags(result, "vaadin-button").stream()
                .map(Element::getTextRecursively)
                .toList();
    }

    private static String headline(KeyResult result) {
        return Parts.text(result, "verdict-title");
    }

    private static String notice(KeyResult result) {
        return Parts.text(result, "notice");
    }

    private List<Act> acts(ExchangeKey key) {
        return journal.ownJournalOf(key.id().value(), Instant.EPOCH).stream()
                .map(AuditEntry::act)
                .toList();
    }
}
