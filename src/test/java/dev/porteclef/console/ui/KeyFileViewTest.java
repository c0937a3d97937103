package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.textfield.TextArea;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.console.KeyDesk;
import dev.porteclef.console.KeyEvent;
import dev.porteclef.console.NoteOutcome;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.KeyId;
import dev.porteclef.live.Presence;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.support.AskOutcome;
import dev.porteclef.support.SupportRequests;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// One customer's key as an agent sees it.
@Timeout(120)
class KeyFileViewTest extends ConsoleViewTest {

    @Autowired
    private KeyDesk desk;

    @Autowired
    private CustomersKeys customersKeys;

    @Autowired
    private SupportRequests requests;

    @Autowired
    private AuditLog journal;

    @Autowired
    private Presence presence;

    @Test
    void state_cause_evidence_and_rights_are_there_and_nothing_secret() {
        var key = made().rejected("Rejected here");
        var other = made().connected("The other one");
        open(key);
        assertThat(page())
                .contains(
                        "Rejected here",
                        text("key.headline.CREDENTIALS_REJECTED"),
                        "10100",
                        email(customer),
                        "The other one",
                        text(Objects.requireNonNull(key.report().diagnosis())
                                .first()
                                .cause()
                                .translationKey()))
                .doesNotContain(other.tail())
                .doesNotContain(text("key.cause.CREDENTIALS_REJECTED.short", text("key.practice", "Bitfinex")));
        open(other);
        assertThat(page()).contains(text("key.headline.ACCEPTED"), "wallets").doesNotContain(other.tail());
    }

    @Test
    void each_look_is_on_the_customers_record_and_the_other_language_is_the_same_look() {
        var key = made().connected("Looked at");
        open(key);
        open("fr/console/keys/" + key.id());
        as(customer);
        assertThat(journal.ownJournalOf(key.id().value(), Instant.EPOCH))
                .extracting(AuditEntry::act)
                .containsOnlyOnce(Act.STAFF_LOOKED);
    }

    @Test
    void everything_that_happened_stands_in_one_line_of_time() {
        var key = made().connected("With a past");
        upkeep.pause(key.id());
        upkeep.resume(key.id());
        assertThat(requests.ask(key.id(), "Why?", Language.FRENCH)).isInstanceOf(AskOutcome.Asked.class);
        open(key);
        find(TextArea.class).withId("note").single().setValue("Rang them up");
        click(text("console.note.write"));
        assertThat(desk.timeline(key.id(), 50))
                .isSortedAccordingTo(Comparator.comparing(KeyEvent::at).reversed())
                .hasOnlyElementsOfTypes(
                        KeyEvent.Checked.class, KeyEvent.Done.class, KeyEvent.Asked.class, KeyEvent.Noted.class);
        assertThat(page())
                .containsSubsequence(
                        "Rang them up",
                        text("console.act.STAFF_LOOKED"),
                        text("console.timeline.question", text("support.desk.language.fr")),
                        text("console.act.KEY_RESUMED"),
                        text("console.act.KEY_PAUSED"),
                        text("console.act.KEY_CONNECTED"))
                .contains(text("console.timeline.by", email(agent)));
        as(customer);
        open("en/keys/" + key.id());
        assertThat(page()).as("a note is the agents' own").doesNotContain("Rang them up");
    }

    @Test
    void a_note_with_a_credential_is_not_kept() {
        var key = made().connected("Noted");
        open(key);
        var note = find(TextArea.class).withId("note").single();
        note.setValue("They sent sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI");
        click(text("console.note.write"));
        assertThat(note.getErrorMessage()).isEqualTo(text("console.note.secret"));
        note.setValue("  ");
        click(text("console.note.write"));
        assertThat(note.getErrorMessage()).isEqualTo(text("console.note.empty"));
        assertThat(desk.note(key.id(), "x".repeat(KeyDesk.LONGEST_NOTE + 1))).isEqualTo(new NoteOutcome.NoText());
        assertThat(desk.note(new KeyId(UUID.randomUUID()), "Gone")).isEqualTo(new NoteOutcome.NoSuchKey());
        assertThat(desk.timeline(key.id(), 50)).noneMatch(KeyEvent.Noted.class::isInstance);
    }

    @Test
    void a_check_runs_beside_the_page_and_ends_in_what_it_found() {
        var key = made().connected("Checked by support");
        open(key);
        var before = customersKeys.checks(key.id(), 50).size();
        test(find(Button.class).withId("check-now").single()).click();
        comes(() -> assertThat(page()).contains(text("console.checked", text("key.headline.ACCEPTED"))));
        assertThat(customersKeys.checks(key.id(), 50)).hasSize(before + 1);
        assertThat(find(Button.class).withId("check-now").single().isEnabled()).isTrue();
    }

    @Test
    void what_its_owner_does_meanwhile_is_seen() {
        var key = made().connected("Still open");
        open(key);
        as(customer);
        upkeep.pause(key.id());
        as(agent);
        comes(() -> assertThat(find(Section.class)
                        .withClassName("verdict")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains(text("key.headline.PAUSED")));
        assertThat(find(Button.class).withId("check-now").single().isEnabled())
                .as("a paused key is not used")
                .isFalse();
        as(customer);
        keys.delete(key.id());
        as(agent);
        comes(() -> assertThat(page()).contains(text("console.file.gone")));
    }

    @Test
    void two_agents_who_have_the_same_key_open_are_told() {
        var key = made().connected("In two hands");
        open(key);
        assertThat(find(Paragraph.class).withClassName("fellow").all())
                .as("alone")
                .isEmpty();
        var colleague = person(Role.ADMIN);
        as(colleague);
        var stay = presence.enterKey(key.id().value());
        as(agent);
        comes(() ->
                assertThat(find(Paragraph.class).withClassName("fellow").all()).hasSize(1));
        as(colleague);
        stay.end();
        as(agent);
        comes(() ->
                assertThat(find(Paragraph.class).withClassName("fellow").all()).isEmpty());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CUSTOMER", "EDITOR"})
    void nobody_else_is_served(Role role) {
        var key = made().connected("Not for all");
        as(person(role));
        assertThatThrownBy(() -> desk.open(key.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.again(key.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.timeline(key.id(), 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> desk.note(key.id(), "x")).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> customersKeys.look(key.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> customersKeys.again(key.id())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> customersKeys.checks(key.id(), 1)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> customersKeys.isCheckable(key)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> customersKeys.check(key.id(), _ -> {})).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> presence.enterKey(key.id().value())).isInstanceOf(AccessDeniedException.class);
        open("en/console/keys/" + key.id());
        assertThat(getCurrentView()).isNotInstanceOf(KeyFileView.class);
    }

    @Test
    void a_key_that_is_not_there_is_not_found() {
        as(agent);
        open("en/console/keys/" + UUID.randomUUID());
        assertThat(getCurrentView()).isNotInstanceOf(KeyFileView.class);
    }

    private void open(ExchangeKey key) {
        as(agent);
        open("en/console/keys/" + key.id());
    }
}
