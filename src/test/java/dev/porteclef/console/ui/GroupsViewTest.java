package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import dev.porteclef.console.KeyGroups;
import dev.porteclef.console.ui.GroupsView.Window;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.watch.DeclareOutcome;
import dev.porteclef.watch.DeclaredIncidents;
import dev.porteclef.watch.IncidentTexts;
import dev.porteclef.watch.Trouble;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// What is wrong with many keys at once, as an agent sees it.
@Timeout(120)
class GroupsViewTest extends ConsoleViewTest {

    @Autowired
    private KeyGroups groups;

    @Autowired
    private DeclaredIncidents incidents;

    @AfterEach
    void no_incident() {
        jdbi.useHandle(handle -> handle.execute("delete from declared_incident"));
    }

    @Test
    void an_incident_is_declared_from_its_group_and_ended_there() {
        var key = made().rejected("Declared");
        as(agent);
        open("en/console/groups?within=hour");
        test(offer()).click();
        var english = find(TextArea.class).withId("declare-en").single();
        var french = find(TextArea.class).withId("declare-fr").single();
        assertThat(english.getValue()).contains("Bitfinex (practice)");
        assertThat(french.getValue()).contains("Bitfinex (entraînement)");
        assertThat(dialog())
                .containsPattern("\\d+ keys? of \\d+ customers?")
                .contains(english.getValue(), french.getValue());

        test(english).setValue("We are looking at it.");
        test(french).setValue(" ");
        click(text("console.declare.save"));
        assertThat(french.isInvalid()).isTrue();
        assertThat(english.getValue()).as("nothing is lost").isEqualTo("We are looking at it.");
        test(french).setValue("Envoie sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI");
        click(text("console.declare.save"));
        assertThat(french.getErrorMessage()).isEqualTo(text("watch.declared.fault.HOLDS_SECRET"));
        assertThat(incidents.open()).isEmpty();

        test(french).setValue("Nous regardons cela.");
        assertThat(dialog()).as("as it will look").contains("Nous regardons cela.");
        click(text("console.declare.save"));
        assertThat(incidents.open()).singleElement().satisfies(one -> {
            assertThat(one.trouble()).isEqualTo(Trouble.of(key));
            assertThat(one.texts()).isEqualTo(new IncidentTexts("We are looking at it.", "Nous regardons cela."));
        });
        assertThat(page()).contains("declared by " + email(agent), "We are looking at it.");

        open("en/console/keys/" + key.id());
        assertThat(page()).contains("Part of a declared incident", "We are looking at it.");

        open("en/console/groups?within=hour");
        test(find(Button.class).withText(text("console.declared.end")).single()).click();
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(incidents.open()).isEmpty();
        assertThat(page())
                .contains(text("console.ended.title"), "ended by " + email(agent))
                .doesNotContain("We are looking at it.");
        open("en/console/keys/" + key.id());
        assertThat(page()).doesNotContain("Part of a declared incident");
    }

    @Test
    void what_another_agent_declares_comes_by_itself_also_where_its_group_is_not_shown() {
        var key = made().rejected("Old");
        jdbi.useHandle(
                handle -> handle.execute("update exchange_key set headline_since = created_at - interval '3' day"));
        as(agent);
        open("en/console/groups?within=hour");
        assertThat(page()).doesNotContain("A text for whom it concerns");
        var other = person(Role.ADMIN);
        as(other);
        assertThat(incidents.declare(Trouble.of(key), new IncidentTexts("A text for whom it concerns", "Un texte")))
                .isInstanceOf(DeclareOutcome.Declared.class);
        as(agent);
        comes(() -> assertThat(page())
                .contains(text("console.declared.others"), "A text for whom it concerns", email(other)));
    }

    @Test
    void news_changes_the_numbers_and_leaves_what_can_be_pressed() {
        made().rejected("First");
        as(agent);
        open("en/console/groups?within=hour");
        var pressed = offer();
        var item = pressed.getParent()
                .flatMap(Component::getParent)
                .flatMap(Component::getParent)
                .orElseThrow();
        var before = item.getElement().getTextRecursively();

        as(customer);
        made().rejected("Second");
        as(agent);
        comes(() -> assertThat(item.getElement().getTextRecursively()).isNotEqualTo(before));
        assertThat(offer()).as("with the keyboard still on it").isSameAs(pressed);
        assertThat(pressed.isAttached()).isTrue();
    }

    /// The button beside the group of refused keys.
    private Button offer() {
        return find(Button.class).withText(text("console.declare")).all().stream()
                .filter(button -> button.getParent()
                        .flatMap(Component::getParent)
                        .flatMap(Component::getParent)
                        .map(item -> item.getElement().getTextRecursively())
                        .filter(line -> line.contains(text("key.headline.CREDENTIALS_REJECTED")))
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private String dialog() {
        return find(Dialog.class).single().getElement().getTextRecursively();
    }

    @Test
    void a_group_comes_by_itself_and_leads_to_its_keys() {
        as(agent);
        open("en/console/groups?within=hour");
        var before = rejected();
        as(customer);
        var key = made().rejected("In a group");
        as(agent);
        comes(() -> assertThat(rejected()).isEqualTo(before + 1));
        var link = find(Anchor.class)
                .withCondition(anchor -> anchor.getHref().contains("headline=credentials-rejected")
                        && anchor.getHref().contains("kind=practice"))
                .all()
                .getFirst();
        open(link.getHref());
        assertThat(getCurrentView()).isInstanceOf(KeyListView.class);
        assertThat(page()).contains(key.label());
        assertThat(link.getHref()).contains("since=");
    }

    /// How many keys the page tells to be refused, whatever the cause.
    private int rejected() {
        return find(ListItem.class).all().stream()
                .map(item -> item.getElement().getTextRecursively())
                .filter(line -> line.contains(text("key.headline.CREDENTIALS_REJECTED")))
                .map(line -> line.replaceAll("^.*?(\\d+) keys? of.*$", "$1"))
                .mapToInt(Integer::parseInt)
                .sum();
    }

    @Test
    void how_far_back_one_looks_stands_in_the_address() {
        as(agent);
        open("en/console/groups");
        @SuppressWarnings("unchecked")
        Select<Window> window = find(Select.class).withId("console-window").single();
        assertThat(window.getValue()).isEqualTo(Window.TODAY);
        window.setValue(Window.WEEK);
        assertThat(((GroupsView) getCurrentView()).addressIn(Language.FRENCH))
                .isEqualTo("fr/console/groups?within=week");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CUSTOMER", "EDITOR"})
    void nobody_else_is_served(Role role) {
        as(person(role));
        assertThatThrownBy(() -> groups.since(Instant.EPOCH)).isInstanceOf(AccessDeniedException.class);
        var trouble =
                new Trouble(Headline.CREDENTIALS_REJECTED, null, new ExchangeId("bitfinex"), Environment.PRACTICE);
        List<ThrowingCallable> acts = List.of(
                () -> incidents.declare(trouble, new IncidentTexts("Anything", "Quelque chose")),
                () -> incidents.end(UUID.randomUUID()),
                () -> incidents.reach(trouble),
                incidents::open,
                incidents::ended);
        assertThat(acts).allSatisfy(act -> assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class));
        open("en/console/groups");
        assertThat(getCurrentView()).isNotInstanceOf(GroupsView.class);
    }
}
