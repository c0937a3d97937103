package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.support.Answer;
import dev.porteclef.support.AnswerDesk;
import dev.porteclef.support.AnswerDraft;
import dev.porteclef.support.AskOutcome;
import dev.porteclef.support.SupportDesk;
import dev.porteclef.support.SupportRequest;
import dev.porteclef.support.SupportRequests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What customers ask, as an agent works through it.
@Timeout(120)
class SupportDeskViewTest extends ConsoleViewTest {

    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");

    @Autowired
    private SupportRequests requests;

    @Autowired
    private AnswerDesk answers;

    @Autowired
    private AuditLog journal;

    private ExchangeKey key;

    @BeforeEach
    void nobody_else_has_asked() {
        jdbi.useHandle(handle -> handle.execute("delete from support_request"));
        key = made().rejected("Asked about");
    }

    @Test
    void whoever_waits_longest_stands_first_however_much_was_answered_since() {
        var old = ask("Is anybody there?");
        askedAt(old, LONG_AGO);
        var young = ask("And me?");
        copies(old, 101, "ANSWERED");
        as(agent);
        open("en/desk");
        assertThat(listed("desk-waiting"))
                .containsExactly(old.id().reference(), young.id().reference());
        assertThat(lines("desk-waiting"))
                .allMatch(line -> line.contains("Bitfinex") && line.contains(text("support.desk.language.en")));
        assertThat(listed("desk-settled"))
                .hasSize(SupportDesk.PAGE)
                .doesNotContain(old.id().reference(), young.id().reference());
        assertThat(page())
                .contains(
                        text("support.desk.title.WAITING"),
                        text("support.desk.title.SETTLED"),
                        text("support.desk.waiting.count", 2));
    }

    @Test
    void an_answer_takes_it_from_those_who_wait_to_the_head_of_what_was_answered() {
        var asked = ask("Why?");
        copies(asked, 3, "ANSWERED");
        as(agent);
        open("en/desk");
        answers.answer(key.id(), new AnswerDraft(Answer.Kind.ANSWER, Language.ENGLISH, "Because."));
        comes(() -> assertThat(listed("desk-settled"))
                .hasSize(4)
                .startsWith(asked.id().reference()));
        assertThat(page()).contains(text("support.desk.waiting.none"));
        as(customer);
        var again = ask("Still red!");
        as(agent);
        comes(() ->
                assertThat(listed("desk-waiting")).containsExactly(again.id().reference()));
    }

    @Test
    void nobody_waits_for_an_answer_about_a_key_that_is_deleted() {
        var asked = ask("Never mind?");
        keys.delete(key.id());
        as(agent);
        open("en/desk");
        assertThat(listed("desk-waiting")).isEmpty();
        assertThat(lines("desk-settled"))
                .singleElement()
                .asString()
                .contains(asked.id().reference(), text("support.desk.settled.KEY_DELETED"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"waiting", "settled"})
    void both_lists_are_read_page_by_page_and_the_page_stands_in_the_address(String list) {
        var asked = ask("One of many");
        copies(asked, 2 * SupportDesk.PAGE, list.equals("waiting") ? null : "ANSWERED");
        as(agent);
        open("en/desk");
        var first = listed("desk-" + list);
        assertThat(first).hasSize(SupportDesk.PAGE);
        assertThat(button(list + "-previous").isEnabled()).isFalse();
        press(list + "-next");
        var second = listed("desk-" + list);
        assertThat(second).hasSize(SupportDesk.PAGE).doesNotContainAnyElementsOf(first);
        open(((SupportDeskView) getCurrentView()).addressIn(Language.FRENCH));
        assertThat(listed("desk-" + list)).as("in the other language").isEqualTo(second);
        press(list + "-previous");
        assertThat(listed("desk-" + list)).isEqualTo(first);
    }

    @Test
    void every_page_of_the_console_tells_how_many_wait_while_that_changes() {
        as(agent);
        open("en/console/overview");
        assertThat(deskLink()).isEqualTo(text("support.desk.title"));
        as(customer);
        var asked = ask("Do you see me?");
        as(agent);
        comes(() -> assertThat(deskLink()).contains("1", text("support.desk.waiting.count", 1)));
        copies(asked, 98, null);
        open("en/console/groups");
        assertThat(deskLink())
                .contains("99", text("support.desk.waiting.count", 99))
                .doesNotContain("99+");
        copies(asked, 1, null);
        open("en/console/runs");
        assertThat(deskLink()).contains("99+", text("support.desk.waiting.many", 99));
        open("en/desk");
        assertThat(page()).contains(text("support.desk.waiting.many", 99));
    }

    @ParameterizedTest
    @ValueSource(strings = {"console/keys", "console/groups", "console/runs", "console/overview", "desk"})
    void a_key_leads_there_from_everywhere_and_is_named(String address) {
        as(agent);
        open("fr/" + address);
        test(button("console-keyboard")).click();
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .contains("4", "Vue d'ensemble", "5Questions");
    }

    @Test
    void administrators_have_no_way_there() {
        as(person(Role.ADMIN));
        open("en/console/overview");
        test(button("console-keyboard")).click();
        assertThat(find(Dialog.class).single().getElement().getTextRecursively())
                .doesNotContain("5Questions");
        assertThat(find(Anchor.class, (Component) getCurrentView()).all())
                .extracting(Anchor::getHref)
                .contains("en/console/groups")
                .doesNotContain("en/desk");
    }

    @Test
    void reading_one_is_in_the_journal_of_who_asked() {
        var asked = ask("Who reads this?");
        as(agent);
        open("en/desk/" + asked.id());
        assertThat(page()).contains("Who reads this?", text("support.desk.answer"), text("console.overview.title"));
        as(customer);
        assertThat(journal.ownJournalOf(key.id().value(), Instant.EPOCH))
                .extracting(AuditEntry::act)
                .containsOnlyOnce(Act.STAFF_LOOKED);
    }

    @Test
    void a_question_appears_on_the_open_page() {
        as(agent);
        open("en/desk");
        as(customer);
        var asked = ask("Why just now?");
        as(agent);
        comes(() -> assertThat(page()).contains(asked.id().reference(), text("live.questions", 1)));
    }

    private SupportRequest ask(String question) {
        return ((AskOutcome.Asked) requests.ask(key.id(), question, Language.ENGLISH)).request();
    }

    private void askedAt(SupportRequest request, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("update support_request set asked_at = :at where id = :id")
                .bind("at", at)
                .bind("id", request.id())
                .execute());
    }

    /// Younger questions like that one, a second apart.
    ///
    /// @param settledBy `null`: they wait
    private void copies(SupportRequest like, int number, @Nullable String settledBy) {
        jdbi.useHandle(handle -> {
            var copies = handle.prepareBatch("""
                    insert into support_request (
                        id, owner, key_id, label, language, question, report, asked_at, settled_by, settled_at)
                    select :copy, owner, key_id, label, language, question, report, :asked, :by, :settled
                    from support_request
                    where id = :id
                    """);
            for (var n = 1; n <= number; n++) {
                var asked = like.askedAt().minus(Duration.ofHours(1)).plusSeconds(n);
                copies.bind("copy", UUID.randomUUID())
                        .bind("asked", asked)
                        .bind("by", settledBy)
                        .bindByType("settled", settledBy == null ? null : asked, Instant.class)
                        .bind("id", like.id())
                        .add();
            }
            copies.execute();
        });
    }

    private List<String> listed(String section) {
        return items(section).stream()
                .map(item -> find(Anchor.class, item).single().getText())
                .toList();
    }

    private List<String> lines(String section) {
        return items(section).stream()
                .map(item -> item.getElement().getTextRecursively())
                .toList();
    }

    private List<ListItem> items(String section) {
        return find(Section.class).withId(section).all().stream()
                .flatMap(list -> find(ListItem.class, list).all().stream())
                .toList();
    }

    private String deskLink() {
        return find(Anchor.class, (Component) getCurrentView())
                .withCondition(link -> link.getHref().equals("en/desk"))
                .single()
                .getElement()
                .getTextRecursively();
    }

    private Button button(String id) {
        return find(Button.class).withId(id).single();
    }

    private void press(String id) {
        test(button(id)).click();
    }
}
