package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.console.KeyDesk;
import dev.porteclef.console.KeyEvent;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Life;
import dev.porteclef.key.PauseReason;
import dev.porteclef.mail.MailFacts;
import dev.porteclef.mail.MailKind;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.support.Answer;
import dev.porteclef.support.AnswerDesk;
import dev.porteclef.support.AnswerDraft;
import dev.porteclef.support.AnswerOutcome;
import dev.porteclef.support.SupportRequests;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// What an agent answers about a key, and what its owner reads.
@Timeout(120)
class AnswerPanelTest extends ConsoleViewTest {

    private static final String SECRET = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

    @Autowired
    private AnswerDesk answers;

    @Autowired
    private SupportRequests requests;

    @Autowired
    private KeyDesk desk;

    @Autowired
    private AuditLog journal;

    @Test
    void the_ready_text_names_the_case_and_goes_out_as_it_was_previewed() {
        var key = made().connected("No orders", Set.of("orders.read", "wallets.read", "history.read"));
        open(key);
        assertThat(text().getValue())
                .startsWith(text("support.ready.greeting"))
                .contains("“Create and cancel orders”", "No orders", "Bitfinex")
                .endsWith(text("support.ready.closing"));
        text().setValue(text().getValue().replace(text("support.ready.greeting"), "Hello again,"));
        press("answer-preview");
        assertThat(page()).contains(text("support.answer.to", email(customer), "No orders"));
        press("answer-send");
        assertThat(page()).contains(text("support.answered.ANSWER"));
        assertThat(text().getValue()).as("nobody sends it twice").isEmpty();
        assertThat(desk.timeline(key.id(), 50))
                .anySatisfy(event -> assertThat(event)
                        .isInstanceOfSatisfying(
                                KeyEvent.Answered.class,
                                answered -> assertThat(answered.by()).isEqualTo(email(agent))));
        assertThat(mails(key))
                .singleElement()
                .satisfies(mail ->
                        assertThat(mail.paragraphs()).startsWith("Hello again,").hasSizeGreaterThan(3));

        as(customer);
        open("en/keys/" + key.id());
        assertThat(page()).contains(text("support.answer.new"));
        open("en/keys/" + key.id() + "/ask");
        assertThat(page()).contains("Hello again,");
        assertThat(find(ActionLink.class).all())
                .filteredOn(link -> link.getElement().getTextRecursively().equals(text("key.action.boxes")))
                .singleElement()
                .satisfies(link -> assertThat(link.getHref()).contains("tick=orders.write"));
        open("en/keys/" + key.id());
        assertThat(page()).as("it was read").doesNotContain(text("support.answer.new"));
        assertThat(acts(key)).containsOnlyOnce(Act.STAFF_ANSWERED);
    }

    @Test
    void the_text_is_in_the_customers_language_until_another_is_chosen_and_what_was_typed_stays() {
        var key = made().connected("Deux langues");
        open(key);
        jdbi.useHandle(handle -> handle.createUpdate("update account set language = 'fr' where id = :id")
                .bind("id", customer.id())
                .execute());
        open("en/console/keys");
        open(key);
        assertThat(text().getValue()).startsWith("Bonjour,");
        language().setValue(Language.ENGLISH);
        assertThat(text().getValue()).startsWith("Hello,");
        text().setValue("My own words");
        language().setValue(Language.FRENCH);
        assertThat(text().getValue()).isEqualTo("My own words");
        open("en/console/keys");
        open(key);
        assertThat(text().getValue()).as("kept as a draft").isEqualTo("My own words");
        press("answer-refill");
        assertThat(text().getValue()).startsWith("Bonjour,");
        assertThat(answers.draft(key.id())).isEmpty();
    }

    @Test
    void a_text_with_a_credential_is_neither_kept_nor_sent() {
        var key = made().connected("Careful");
        open(key);
        text().setValue("Use " + SECRET);
        assertThat(text().getErrorMessage()).isEqualTo(text("console.note.secret"));
        press("answer-preview");
        press("answer-send");
        assertThat(text().isInvalid()).isTrue();
        assertThat(answers.draft(key.id())).isEmpty();
        assertThat(answers.conversation(key.id())).isEmpty();
        assertThat(answer(key.id(), Answer.Kind.ANSWER, " ")).isEqualTo(new AnswerOutcome.NoText());
        assertThat(answer(key.id(), Answer.Kind.ANSWER, "x".repeat(AnswerDesk.LONGEST + 1)))
                .isEqualTo(new AnswerOutcome.NoText());
        assertThat(answer(new KeyId(UUID.randomUUID()), Answer.Kind.ANSWER, "Gone"))
                .isEqualTo(new AnswerOutcome.NoSuchKey());
    }

    @Test
    void a_pause_tells_why_and_only_the_owner_ends_it() {
        var key = made().connected("Paused by us");
        open(key);
        kind().setValue(Answer.Kind.PAUSES);
        press("answer-preview");
        press("answer-send");
        assertThat(text().getErrorMessage()).isEqualTo(text("support.answer.no-reason"));
        assertThat(find(Button.class).withId("answer-send").exists()).isFalse();
        text().setValue(text().getValue().replace("…", "It was seen in a picture."));
        press("answer-preview");
        press("answer-send");
        assertThat(page()).contains(text("support.answered.PAUSES"));
        assertThat(answer(key.id(), Answer.Kind.PAUSES, "Again")).isEqualTo(new AnswerOutcome.NotPossible());
        as(customer);
        var paused = keys.find(key.id()).orElseThrow();
        assertThat(paused.life()).isEqualTo(Life.PAUSED);
        assertThat(paused.pauseReason()).isEqualTo(PauseReason.SUPPORT);
        assertThat(paused.isInUse()).isTrue();
        open("en/keys/" + key.id());
        assertThat(page()).contains(text("key.cause.PAUSED.support"));
        assertThat(upkeep.resume(key.id())).isPresent();
        assertThat(acts(key)).contains(Act.STAFF_PAUSED, Act.STAFF_ANSWERED, Act.KEY_RESUMED);
    }

    @Test
    void what_was_previewed_is_what_goes_out() {
        var key = made().connected("As previewed");
        open(key);
        text().setValue("My own words");
        press("answer-preview");
        assertThat(find(Button.class).withId("answer-send").exists()).isTrue();
        kind().setValue(Answer.Kind.ASKS_REPLACEMENT);
        assertThat(find(Button.class).withId("answer-send").exists())
                .as("another act than the one that was previewed")
                .isFalse();
        press("answer-preview");
        press("answer-send");
        as(customer);
        assertThat(requests.answers(key.id())).singleElement().satisfies(answer -> {
            assertThat(answer.kind()).isEqualTo(Answer.Kind.ASKS_REPLACEMENT);
            assertThat(answer.text()).isEqualTo("My own words");
        });
    }

    @Test
    void another_key_is_asked_for_until_one_has_come() {
        var key = made().connected("Old one");
        as(agent);
        assertThat(answer(key.id(), Answer.Kind.ASKS_REPLACEMENT, "It is old."))
                .isInstanceOf(AnswerOutcome.Answered.class);
        as(customer);
        open("en/keys/" + key.id());
        assertThat(page()).contains(text("support.answer.replace"));
        requests.seen(key.id());
        open("en/keys/" + key.id());
        assertThat(page()).as("read, and not done").contains(text("support.answer.replace"));
        assertThat(acts(key)).contains(Act.STAFF_ASKED_REPLACEMENT);
    }

    @Test
    void one_run_answers_a_key_once() {
        var key = made().connected("In a run");
        as(agent);
        var run = UUID.randomUUID();
        var draft = new AnswerDraft(Answer.Kind.ANSWER, Language.ENGLISH, "To all of you");
        assertThat(answers.answer(key.id(), draft, run)).isInstanceOf(AnswerOutcome.Answered.class);
        assertThat(answers.answer(key.id(), draft, run)).isEqualTo(new AnswerOutcome.AnsweredBefore());
        assertThat(answers.answer(key.id(), draft, UUID.randomUUID())).isInstanceOf(AnswerOutcome.Answered.class);
        assertThat(mails(key)).hasSize(2);
    }

    @Test
    void nobody_elses_answers_are_read() {
        var key = made().connected("Mine alone");
        as(agent);
        assertThat(answer(key.id(), Answer.Kind.ANSWER, "For you")).isInstanceOf(AnswerOutcome.Answered.class);
        as(person(Role.CUSTOMER));
        assertThat(requests.answers(key.id())).isEmpty();
        assertThat(requests.conversation(key.id())).isEmpty();
        requests.seen(key.id());
        as(customer);
        assertThat(requests.answers(key.id())).singleElement().matches(Answer::isNew);
    }

    @Test
    void a_pause_that_was_begun_comes_back_as_one() {
        var key = made().connected("To be paused");
        as(agent);
        open("en/console/keys/" + key.id());
        kind().setValue(Answer.Kind.PAUSES);
        text().setValue("We have paused it: a stranger used it.");
        open("fr/console/keys/" + key.id());
        assertThat(kind().getValue()).isEqualTo(Answer.Kind.PAUSES);
        assertThat(text().getValue()).isEqualTo("We have paused it: a stranger used it.");
        as(customer);
        upkeep.pause(key.id());
        as(agent);
        open("en/console/keys/" + key.id());
        assertThat(text().getValue())
                .as("what cannot be done any more is not said either")
                .doesNotContain("We have paused it");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CUSTOMER", "EDITOR", "ADMIN"})
    void nobody_but_support_answers(Role role) {
        var key = made().connected("Not for all");
        as(person(role));
        var draft = new AnswerDraft(Answer.Kind.ANSWER, Language.ENGLISH, "x");
        assertThatThrownBy(() -> answers.answer(key.id(), draft)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> answers.answer(key.id(), draft, null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> answers.conversation(key.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> answers.draft(key.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> answers.keepDraft(key.id(), draft)).isInstanceOf(AccessDeniedException.class);
    }

    private AnswerOutcome answer(KeyId key, Answer.Kind kind, String text) {
        return answers.answer(key, new AnswerDraft(kind, Language.ENGLISH, text));
    }

    private List<MailFacts.SupportAnswered> mails(ExchangeKey key) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select facts
                        from mail_outbox
                        where key_id = :key and kind = 'SUPPORT_ANSWERED'
                        """)
                .bind("key", key.id())
                .mapTo(String.class)
                .map(json -> (MailFacts.SupportAnswered) MailFacts.read(MailKind.SUPPORT_ANSWERED, json))
                .list());
    }

    private List<Act> acts(ExchangeKey key) {
        return journal.ownJournalOf(key.id().value(), Instant.EPOCH).stream()
                .map(AuditEntry::act)
                .toList();
    }

    private void open(ExchangeKey key) {
        as(agent);
        open("en/console/keys/" + key.id());
    }

    private TextArea text() {
        return find(TextArea.class).withId("answer-text").single();
    }

    @SuppressWarnings("unchecked")
    private Select<Answer.Kind> kind() {
        return find(Select.class).withId("answer-kind").single();
    }

    @SuppressWarnings("unchecked")
    private Select<Language> language() {
        return find(Select.class).withId("answer-language").single();
    }

    private void press(String id) {
        test(find(Button.class).withId(id).single()).click();
    }
}
