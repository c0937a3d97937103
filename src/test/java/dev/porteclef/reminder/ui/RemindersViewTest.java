package dev.porteclef.reminder.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Code;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.IFrame;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.account.Accounts;
import dev.porteclef.account.SignUpDraft;
import dev.porteclef.account.SignUpOutcome;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyId;
import dev.porteclef.mail.AboutKey;
import dev.porteclef.mail.MailChoices;
import dev.porteclef.mail.MailDraft;
import dev.porteclef.mail.MailFacts;
import dev.porteclef.mail.MailKind;
import dev.porteclef.mail.Outbox;
import dev.porteclef.mail.UnsubscribeTokens;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.reminder.CalendarFeeds;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.ViewTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionOperations;

/// What is wanted, what would have been sent, and the end of one kind.
class RemindersViewTest extends ViewTest {

    @Autowired
    private Accounts accounts;

    @Autowired
    private MailChoices choices;

    @Autowired
    private CalendarFeeds feeds;

    @Autowired
    private Outbox outbox;

    @Autowired
    private AuditLog journal;

    @Autowired
    private TransactionOperations transactions;

    @Autowired
    private ApplicationContext context;

    private SignedIn session = SignedIn.as(nobody());
    private SignedInUser customer = nobody();

    @BeforeEach
    void sign_up() {
        session.close();
        var email = UUID.randomUUID() + "@customer.example";
        try (var password = Secret.of("verrou-" + UUID.randomUUID())) {
            var draft = new SignUpDraft(email, password, Language.FRENCH, new ClientAddress(email));
            customer = ((SignUpOutcome.SignedUp) accounts.signUp(draft)).user();
        }
        session = SignedIn.as(customer);
    }

    @AfterEach
    void sign_out() {
        session.close();
    }

    @Test
    void each_kind_is_wanted_until_it_is_declined_and_one_always() {
        navigate("en/reminders", RemindersView.class);
        assertThat(find(Checkbox.class).all()).hasSize(MailKind.values().length).allMatch(Checkbox::getValue);
        var always = find(Checkbox.class).withCaption("A key can withdraw").single();
        assertThat(always.isReadOnly()).isTrue();
        assertThat(always.getHelperText()).contains("cannot be declined");
        test(find(Checkbox.class).withCaption("Monthly look at rights").single())
                .click();
        assertThat(texts()).contains("Kept: you no longer get this by mail.");
        assertThat(choices.declined()).containsExactly(MailKind.PERMISSION_REVIEW);
        navigate("fr/reminders", RemindersView.class);
        assertThat(find(Checkbox.class)
                        .withCaption("Contrôle mensuel des droits")
                        .single()
                        .getValue())
                .isFalse();
        assertThat(acts()).containsExactly(Act.REMINDERS_CHANGED);
    }

    @Test
    void a_word_is_kept_refused_and_removed() {
        navigate("en/reminders", RemindersView.class);
        word().setValue("sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqE");
        click("Keep this word");
        assertThat(word().getErrorMessage()).startsWith("This looks like a key or a secret.");
        assertThat(choices.word()).isEmpty();
        word().setValue("xy");
        navigate("fr/reminders", RemindersView.class);
        assertThat(word().getValue()).as("typed and not kept yet").isEqualTo("xy");
        click("Garder ce mot");
        assertThat(word().isInvalid()).isTrue();
        word().setValue("héron cendré");
        click("Garder ce mot");
        assertThat(word().isInvalid()).isFalse();
        assertThat(choices.word()).contains("héron cendré");
        click("Le supprimer");
        assertThat(choices.word()).isEmpty();
        assertThat(word().getValue()).isEmpty();
        assertThat(entries())
                .allSatisfy(entry -> assertThat(entry.details().toString()).doesNotContain("héron"));
    }

    @Test
    void the_calendars_address_is_shown_once() {
        navigate("en/reminders", RemindersView.class);
        click("Make a private address");
        var shown = find(Code.class).single().getText();
        assertThat(shown).matches("http://[^/]+/calendar/[A-Za-z0-9_-]{43}\\.ics");
        assertThat(feeds.read(shown.substring(shown.lastIndexOf('/') + 1).replace(".ics", "")))
                .isPresent();
        navigate("fr/reminders", RemindersView.class);
        assertThat(find(Code.class).exists()).isFalse();
        click("Créer une nouvelle adresse");
        assertThat(find(Code.class).single().getText()).isNotEqualTo(shown);
        click("Supprimer l'adresse");
        assertThat(feeds.madeAt()).isEmpty();
        assertThat(acts())
                .containsExactly(Act.CALENDAR_ADDRESS_ENDED, Act.CALENDAR_ADDRESS_MADE, Act.CALENDAR_ADDRESS_MADE);
    }

    @Test
    void what_would_have_been_sent_can_be_read_as_it_would_have_looked() {
        navigate("en/reminders/outbox", OutboxView.class);
        assertThat(texts()).contains("Nothing yet. The first reminder comes when a key changes or grows old.");
        choices.chooseWord("grey heron");
        put(new MailFacts.KeyRed("<i>Bot</i>", Headline.IP_NOT_ALLOWED, Instant.parse("2026-11-21T08:00:00Z")));
        navigate("en/reminders/outbox", OutboxView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("What would have been sent");
        assertThat(find(H2.class).single().getText()).isEqualTo("“<i>Bot</i>” on Bitfinex: Our address is not allowed");
        var frame = find(IFrame.class).single();
        assertThat(frame.getElement().getAttribute("sandbox")).isEqualTo("allow-same-origin");
        var letter = Jsoup.parse(frame.getSrcdoc().orElseThrow());
        assertThat(letter.text()).contains("Noon & Barbari", "Your word: grey heron", "<i>Bot</i>");
        assertThat(letter.select("a, i, img, script")).isEmpty();

        customer = nobody();
        session.close();
        session = SignedIn.as(customer);
        navigate("fr/reminders/outbox", OutboxView.class);
        assertThat(find(IFrame.class).exists()).as("somebody else's").isFalse();
    }

    @Test
    void a_link_ends_its_kind_after_one_question_without_a_sign_in() {
        var token = UnsubscribeTokens.mint(context, customer.id(), MailKind.ROTATION_DUE);
        session.close();
        navigate("fr/unsubscribe/" + token, UnsubscribeView.class);
        assertThat(texts()).contains("Une clé est à remplacer");
        session = SignedIn.as(customer);
        assertThat(choices.declined()).as("opening alone changes nothing").isEmpty();
        session.close();
        click("L'arrêter");
        assertThat(texts()).contains("C'est arrêté. Tu ne reçois plus ce genre de rappel par e-mail.");
        navigate("en/unsubscribe/" + token, UnsubscribeView.class);
        assertThat(find(Button.class).withText("Stop it").exists()).isFalse();
        session = SignedIn.as(customer);
        assertThat(choices.declined()).containsExactly(MailKind.ROTATION_DUE);
        assertThat(acts()).containsExactly(Act.REMINDERS_CHANGED);

        navigate("en/unsubscribe/" + "A".repeat(43), UnsubscribeView.class);
        assertThat(find(H1.class).single().getText()).isEqualTo("This link is not valid any more");
    }

    private void put(MailFacts facts) {
        var about = new AboutKey(new ExchangeId("bitfinex"), Environment.LIVE, new KeyId(UUID.randomUUID()));
        transactions.executeWithoutResult(_ -> outbox.put(
                new MailDraft(customer.id(), facts, about, UUID.randomUUID().toString())));
    }

    private TextField word() {
        return find(TextField.class).withId("word").single();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private List<String> texts() {
        return find(Paragraph.class).all().stream().map(HasText::getText).toList();
    }

    private List<AuditEntry> entries() {
        return journal.ownJournal(Long.MAX_VALUE, 50).stream()
                .filter(entry -> entry.act() != Act.SIGNED_UP)
                .toList();
    }

    private List<Act> acts() {
        return entries().stream().map(AuditEntry::act).toList();
    }

    private static SignedInUser nobody() {
        var id = new UserId(UUID.randomUUID());
        return new SignedInUser(id, id + "@example.org", "", Set.of(Role.CUSTOMER), Language.FRENCH, true);
    }
}
