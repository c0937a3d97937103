package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.console.KeyDesk;
import dev.porteclef.console.KeyEvent;
import dev.porteclef.console.LookOutcome;
import dev.porteclef.console.Looks;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ui.PracticedKeys;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.support.Answer;
import dev.porteclef.support.AnswerDesk;
import dev.porteclef.support.AnswerDraft;
import dev.porteclef.support.AnswerOutcome;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// What a key's line of time says beside the names of acts: what became another, why, and by whom.
@Timeout(120)
class KeyTimelineTest extends ConsoleViewTest {

    @Autowired
    private KeyDesk desk;

    @Autowired
    private CustomersKeys customersKeys;

    @Autowired
    private Looks looks;

    @Autowired
    private AnswerDesk answers;

    @Autowired
    private ExchangeCatalogue catalogue;

    @Test
    void what_became_another_and_why_stands_beside_the_act() {
        var key = made().connected("First name");
        upkeep.rename(key.id(), "Second name");
        upkeep.changeStrategy(key.id(), Strategy.of("margin"));
        var next = made().replacing(key, "The next one", PracticedKeys.SPOT);
        as(agent);
        assertThat(looks.begin(key.id(), "They asked for it")).isInstanceOf(LookOutcome.Begun.class);
        open(key);
        assertThat(timeline())
                .containsSubsequence(
                        text("console.timeline.reason", "They asked for it"),
                        text("console.timeline.successor") + "The next one",
                        text("console.timeline.strategy", strategy("spot"), strategy("margin")),
                        text("console.timeline.label", "Second name"),
                        text("console.timeline.label", "First name"))
                .doesNotContain(next.id().toString());
        assertThat(linksTo(next)).as("to its page here").hasSize(1);
        as(customer);
        keys.delete(next.id());
        open(key);
        assertThat(timeline()).contains("The next one");
        assertThat(linksTo(next)).as("which is gone").isEmpty();
    }

    @Test
    void whoever_asked_for_a_check_is_told_apart_on_both_sides() {
        var key = made().connected("Asked about");
        keys.check(key.id(), _ -> {});
        open(key);
        assertThat(timeline()).as("its owner did").doesNotContain(text("console.act.KEY_CHECKED"));
        customersKeys.check(key.id(), _ -> {});
        open(key);
        assertThat(timeline())
                .containsOnlyOnce(text("console.act.KEY_CHECKED") + text("console.timeline.by", email(agent)));
        as(customer);
        for (var page : new String[] {"en/journal", "en/keys/" + key.id()}) {
            open(page);
            assertThat(find(Span.class)
                            .withText(text("audit.journal.by-support"))
                            .all())
                    .as(page)
                    .hasSize(1);
            assertThat(page()).as(page).doesNotContain(email(agent));
        }
    }

    @Test
    void why_support_paused_is_read_by_support_alone() {
        var key = made().connected("Paused for a reason");
        as(agent);
        var draft = new AnswerDraft(Answer.Kind.PAUSES, Language.ENGLISH, "It was seen in a picture.");
        assertThat(answers.answer(key.id(), draft)).isInstanceOf(AnswerOutcome.Answered.class);
        open(key);
        assertThat(timeline())
                .contains(text("console.act.STAFF_PAUSED") + text("console.timeline.by", email(agent)))
                .contains(text("console.timeline.answer.text") + "It was seen in a picture.");
        as(person(Role.ADMIN));
        assertThat(desk.timeline(key.id(), 50))
                .filteredOn(KeyEvent.Answered.class::isInstance)
                .singleElement()
                .asString()
                .doesNotContain("picture");
        open("en/console/keys/" + key.id());
        assertThat(page()).doesNotContain("picture", text("console.timeline.answer.text"));
    }

    private OrderedList list() {
        return find(OrderedList.class).withClassName("timeline").single();
    }

    private String timeline() {
        return list().getElement().getTextRecursively();
    }

    private List<Anchor> linksTo(ExchangeKey key) {
        return find(Anchor.class, list()).all().stream()
                .filter(link -> link.getHref().equals("en/console/keys/" + key.id()))
                .toList();
    }

    private String strategy(String profile) {
        return catalogue
                .get(new ExchangeId("bitfinex"))
                .profile(profile)
                .orElseThrow()
                .name()
                .in(Language.ENGLISH);
    }

    private void open(ExchangeKey key) {
        as(agent);
        open("en/console/keys/" + key.id());
    }
}
