package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.Reach;
import dev.porteclef.console.Run;
import dev.porteclef.console.RunId;
import dev.porteclef.console.RunOutcome;
import dev.porteclef.console.Runs;
import dev.porteclef.console.Work;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.support.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;

/// What an agent begins for all keys of a list.
@Timeout(180)
class RunsViewTest extends RunsFixture {

    private static final String SECRET = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

    private final SignedInUser french = person(Role.CUSTOMER);

    @Test
    void all_owners_are_answered_in_their_language_whatever_a_page_shows() {
        var english = made().rejected(mark + " one");
        var alike = made().rejected(mark + " one more");
        var another = made().connected(mark + " two");
        as(french);
        var theirs = made().rejected(mark + " trois");
        speaksFrench(french);
        open();
        area("en").setValue("We know of it.");
        press("reply-preview");
        assertThat(page())
                .contains(text("console.run.reach", 4), "We know of it.", "Bonjour,")
                .contains(text("console.run.part", "French", 1, 1));
        press("reply-send");
        assertThat(page()).as("a reader would miss it").contains(text("console.run.text.missing", "French"));
        area("fr").setValue("Nous sommes au courant.");
        press("reply-preview");
        press("reply-send");
        assertThat(getCurrentView()).isInstanceOf(RunView.class);
        comes(() ->
                assertThat(page()).contains(text("console.run.told", text("console.run.state.DONE"), 4, 4, 0, 0, 0)));
        as(customer);
        assertThat(answers(english)).singleElement().asString().startsWith("Hello,\n\nWe know of it.\n\n");
        assertThat(answers(another)).hasSize(1);
        assertThat(answers(alike)).hasSize(1);
        assertThat(mails(customer)).as("one for each case").isEqualTo(2);
        as(french);
        assertThat(answers(theirs)).singleElement().asString().startsWith("Bonjour,\n\nNous sommes au courant.\n\n");
        as(agent);
        assertThat(runs.reach(query(), new Work.Reply(Answer.Kind.ANSWER, Map.of(), true))
                        .keys())
                .as("answered a moment ago")
                .isZero();
        assertThat(replied(new Work.Reply(Answer.Kind.ANSWER, Map.of(), true))).isEqualTo(new RunOutcome.Nothing());
    }

    @Test
    void all_keys_are_checked_again_but_those_that_cannot_be() {
        var red = made().rejected(mark + " red");
        var green = made().connected(mark + " green");
        upkeep.pause(made().connected(mark + " resting").id());
        var before = List.of(checked(red), checked(green));
        open();
        assertThat(page()).contains(text("console.run.recheck.text", 2));
        press("run-recheck");
        comes(() ->
                assertThat(page()).contains(text("console.run.told", text("console.run.state.DONE"), 2, 2, 0, 0, 0)));
        as(customer);
        assertThat(checked(red)).isAfter(before.getFirst());
        assertThat(checked(green)).isAfter(before.getLast());
        as(agent);
        assertThat(page()).contains(text("key.headline.ACCEPTED"), text("key.headline.CREDENTIALS_REJECTED"));
    }

    @Test
    void what_stands_otherwise_than_when_it_began_is_passed_over() {
        var key = made().connected(mark + " changed");
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update exchange_key set headline_since = timestamp '2100-01-01 00:00:00Z' where id = :id")
                .bind("id", key.id())
                .execute());
        as(agent);
        var later = new Reach(9, List.of(), false, Instant.parse("2200-01-01T00:00:00Z"));
        var id = begun(runs.reply(query(), new Work.Reply(Answer.Kind.ANSWER, Map.of(), false), later));
        comes(() -> assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.DONE));
        assertThat(runs.find(id).orElseThrow().outcomes()).isEqualTo(Map.of(Run.Outcome.PASSED, 1));
        as(customer);
        assertThat(answers(key)).isEmpty();
    }

    @Test
    void more_than_were_shown_are_not_answered_unseen() {
        made().connected(mark + " shown");
        made().connected(mark + " come since");
        as(agent);
        var reply = new Work.Reply(Answer.Kind.ANSWER, Map.of(), false);
        var shown = runs.reach(query(), reply);
        assertThat(runs.reply(query(), reply, new Reach(1, shown.parts(), false, shown.at())))
                .isEqualTo(new RunOutcome.Grown(2));
        assertThat(runs.latest()).noneMatch(run -> run.query().containsValue(mark));
        var before = new Reach(2, shown.parts(), false, shown.at().minus(Duration.ofHours(1)));
        assertThat(runs.reply(query(), reply, before)).as("as many, but others").isEqualTo(new RunOutcome.Nothing());
    }

    @Test
    void a_text_with_a_credential_goes_to_nobody() {
        made().connected(mark + " careful");
        as(agent);
        var reply = new Work.Reply(Answer.Kind.ANSWER, Map.of(Language.ENGLISH, "Use " + SECRET), false);
        assertThat(replied(reply)).isEqualTo(new RunOutcome.TextRefused(Language.ENGLISH));
        assertThat(replied(new Work.Reply(
                        Answer.Kind.ANSWER, Map.of(Language.ENGLISH, "x".repeat(Runs.LONGEST_TEXT + 1)), false)))
                .isEqualTo(new RunOutcome.TextRefused(Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CUSTOMER", "EDITOR"})
    void nobody_else_begins_or_stops_anything(Role role) {
        as(person(role));
        var reply = new Work.Reply(Answer.Kind.ANSWER, Map.of(), false);
        var id = new RunId(UUID.randomUUID());
        assertThatThrownBy(() -> runs.recheck(query())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> replied(reply)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> runs.reach(query(), reply)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> runs.latest()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> runs.find(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> runs.headlines(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> runs.cancel(id)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> runs.resume(id)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void an_administrator_checks_and_does_not_answer() {
        made().connected(mark + " by an administrator");
        as(person(Role.ADMIN));
        var reply = new Work.Reply(Answer.Kind.ANSWER, Map.of(), false);
        assertThatThrownBy(() -> replied(reply)).isInstanceOf(AccessDeniedException.class);
        open("en/console/runs?" + QueryParameters.simple(QueryText.of(query())).getQueryString());
        assertThat(find(Button.class).withId("run-recheck").exists()).isTrue();
        assertThat(find(Button.class).withId("reply-preview").exists()).isFalse();
    }

    @Test
    void a_text_too_short_to_look_for_means_nobody_and_the_page_says_so() {
        made().connected(mark + " not meant");
        as(agent);
        var tooShort = QueryText.read(Map.of("find", "ab"));
        var reply = new Work.Reply(Answer.Kind.ANSWER, Map.of(), false);
        assertThat(runs.reach(tooShort, reply).keys()).isZero();
        assertThat(runs.recheck(tooShort)).isEqualTo(new RunOutcome.Nothing());
        assertThat(runs.reply(tooShort, reply, runs.reach(tooShort, reply))).isEqualTo(new RunOutcome.Nothing());
        open("en/console/runs?find=ab");
        assertThat(page()).contains(text("console.runs.text-too-short", "ab", KeyQuery.SHORTEST_TEXT));
        assertThat(find(Button.class).withId("run-recheck").exists()).isFalse();
        assertThat(find(Button.class).withId("reply-preview").exists()).isFalse();
    }

    private void open() {
        as(agent);
        open("en/console/runs?" + QueryParameters.simple(QueryText.of(query())).getQueryString());
    }

    private Instant checked(ExchangeKey key) {
        return keys.find(key.id()).orElseThrow().checkedAt();
    }

    private void speaksFrench(SignedInUser person) {
        jdbi.useHandle(handle -> handle.createUpdate("update account set language = 'fr' where id = :id")
                .bind("id", person.id())
                .execute());
    }

    private int mails(SignedInUser person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from mail_outbox where owner = :owner and kind = 'SUPPORT_ANSWERED'")
                .bind("owner", person.id())
                .mapTo(Integer.class)
                .one());
    }

    private TextArea area(String language) {
        return find(TextArea.class).withId("reply-more-" + language).single();
    }
}
