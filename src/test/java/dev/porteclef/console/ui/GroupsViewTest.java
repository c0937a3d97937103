package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.select.Select;
import dev.porteclef.console.KeyGroups;
import dev.porteclef.console.ui.GroupsView.Window;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import java.time.Instant;
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
        open("en/console/groups");
        assertThat(getCurrentView()).isNotInstanceOf(GroupsView.class);
    }
}
