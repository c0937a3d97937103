package dev.porteclef.practice.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasText;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.platform.ui.ActionLink;
import dev.porteclef.practice.Mishap;
import dev.porteclef.practice.Mishaps;
import dev.porteclef.practice.Mistake;
import dev.porteclef.practice.PracticeFixture;
import dev.porteclef.practice.PracticeKey;
import dev.porteclef.practice.PracticeKeyDraft;
import dev.porteclef.practice.PracticeKeyId;
import dev.porteclef.practice.PracticeKeyOutcome.Created;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.testing.ViewTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.context.SecurityContextHolder;

class RehearsalViewTest extends ViewTest {

    private static final int ALL = Mistake.values().length;

    @Autowired
    private PracticeKeys keys;

    @Autowired
    private Mishaps mishaps;

    @Autowired
    private Jdbi jdbi;

    @Autowired
    private Texts texts;

    private UserId owner;

    @BeforeEach
    void sign_in() {
        owner = PracticeFixture.signIn(Role.CUSTOMER);
    }

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void leads_through_every_mistake_in_both_languages() {
        open("en");
        assertThat(find(H1.class).single().getText()).isEqualTo("Make each mistake once");
        assertThat(steps()).hasSize(ALL);
        assertThat(find(H2.class).all())
                .extracting(HasText::getText)
                .startsWith("Warm-up")
                .hasSize(6);
        assertThat(find(ProgressBar.class).single().getMax()).isEqualTo(19);
        open("fr");
        assertThat(find(H1.class).single().getText()).isEqualTo("Fais chaque erreur une fois");
        assertThat(steps()).hasSize(ALL);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_step_says_what_goes_wrong_how_to_make_it_and_what_to_see_and_bears_its_tick(Language language) {
        for (var mistake : Mistake.values()) {
            tick(mistake);
        }
        open(language.tag());
        assertThat(find(ListItem.class).withClassName("step-done").all()).hasSize(ALL);
        var shown = steps().iterator();
        for (var mistake : Mistake.values()) {
            var step = shown.next().getElement();
            assertThat(step.getAttribute("id")).isEqualTo("mistake-" + mistake);
            assertThat(step.getTextRecursively()).contains(texts.get(language, mistake.translationKey()));
            for (var text : List.of(mistake.wrongKey(), mistake.makeKey(), mistake.seeKey())) {
                assertThat(texts.get(language, text)).isNotEqualTo(texts.get(language.other(), text));
                assertThat(step.getTextRecursively()).contains(texts.get(language, text));
            }
        }
        assertThat(texts()).contains(texts.get(language, "practice.rehearsal.progress", ALL, ALL));
    }

    @Test
    void without_a_practice_key_nothing_can_be_prepared_and_the_way_to_one_is_shown() {
        open("en");
        assertThat(find(Select.class).all()).isEmpty();
        assertThat(find(Button.class).withText("Prepare it").all()).hasSize(11).noneMatch(Button::isEnabled);
        assertThat(find(Anchor.class)
                        .withCondition(link -> link.getHref().equals("en/practice/bitfinex"))
                        .all())
                .isNotEmpty();
    }

    @Test
    void prepares_a_mistake_for_the_chosen_key_and_says_what_to_do_next() {
        var other = create("other");
        var chosen = create("chosen");
        UI.getCurrentOrThrow().navigate("en/practice/bitfinex/rehearsal", QueryParameters.of("key", chosen.toString()));
        prepare("Maintenance");
        assertThat(mishaps.own().of(chosen)).isEqualTo(Mishap.MAINTENANCE);
        assertThat(mishaps.own().of(other)).isNull();
        assertThat(texts())
                .anyMatch(text -> text.startsWith("“Maintenance” is switched on for chosen. This key is not"));
        assertThat(find(Button.class).withText("Switch everything off").all()).hasSize(1);
        assertThat(find(ActionLink.class)
                        .withCondition(this::isTheWayOn)
                        .single()
                        .getHref())
                .isEqualTo("en/keys/new?exchange=bitfinex&strategy=spot&kind=practice");
    }

    @Test
    void says_so_when_the_key_has_gone_meanwhile() {
        var key = create("bot");
        open("en");
        keys.delete(key);
        prepare("Maintenance");
        assertThat(texts()).contains("This practice key is gone. Choose another one above.");
        assertThat(mishaps.own().none()).isTrue();
    }

    @Test
    void shows_what_was_made_and_starts_over_when_that_is_confirmed() {
        tick(Mistake.GOOD);
        tick(Mistake.SLOW);
        open("en");
        assertThat(find(ProgressBar.class).single().getValue()).isEqualTo(2);
        assertThat(texts()).contains("2 of 19", "made on 21 Nov 2026, 10:00");
        assertThat(find(ListItem.class).withClassName("step-done").all()).hasSize(2);
        click("Start over");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(texts()).contains("0 of 19");
        assertThat(find(ListItem.class).withClassName("step-done").all()).isEmpty();
    }

    private boolean isTheWayOn(ActionLink link) {
        return link.getParent()
                .flatMap(Component::getParent)
                .filter(said -> said.getElement().getClassList().contains("rehearsal-result"))
                .isPresent();
    }

    private void tick(Mistake mistake) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into practice_rehearsal (owner, mistake, made_at) values (:owner, :mistake, :at)")
                .bind("owner", owner)
                .bind("mistake", mistake.name())
                .bind("at", Instant.parse("2026-11-21T10:00:00Z"))
                .execute());
    }

    private void open(String language) {
        navigate(language + "/practice/bitfinex/rehearsal", RehearsalView.class);
    }

    private void prepare(String mistake) {
        test(find(Button.class)
                        .withCondition(button -> button.getAriaLabel()
                                .filter(("Prepare it: " + mistake)::equals)
                                .isPresent())
                        .single())
                .click();
    }

    private void click(String text) {
        test(find(Button.class).withText(text).single()).click();
    }

    private List<ListItem> steps() {
        return find(ListItem.class).withClassName("rehearsal-step").all();
    }

    private List<String> texts() {
        return find(Span.class).all().stream().map(HasText::getText).toList();
    }

    private PracticeKeyId create(String label) {
        var draft = new PracticeKeyDraft(label, Set.of("wallets.read"), null, true, keys.code());
        try (var secret = ((Created) keys.create(draft)).secret()) {
            assertThat(secret).isNotNull();
        }
        return keys.own().stream()
                .filter(key -> key.label().equals(label))
                .map(PracticeKey::id)
                .findFirst()
                .orElseThrow();
    }
}
