package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.console.KeyExport;
import dev.porteclef.console.KeyList;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.SavedLists;
import dev.porteclef.key.CustomersKeys;
import dev.porteclef.key.Headline;
import dev.porteclef.live.ui.Murmur;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.Role;
import java.io.StringWriter;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// The list of all customers' keys as an agent uses it.
@Timeout(120)
class KeyListViewTest extends ConsoleViewTest {

    @Autowired
    private KeyList list;

    @Autowired
    private CustomersKeys customersKeys;

    @Autowired
    private SavedLists lists;

    @Autowired
    private KeyExport export;

    @Test
    void an_agent_sees_states_and_causes_and_nothing_secret() {
        var good = made().connected("Console good");
        var bad = made().rejected("Console bad");
        as(agent);
        open("en/console/keys?find=" + customer.id());
        assertThat(page())
                .contains("Console good", "Console bad", text("key.headline.ACCEPTED"), email(customer), "2 keys")
                .contains(text("key.headline.CREDENTIALS_REJECTED"))
                .contains(text("key.likely."
                        + Objects.requireNonNull(bad.report().diagnosis())
                                .first()
                                .cause()
                                .name()));
        assertThat(good.tail()).isNotEmpty();
        assertThat(page()).as("not even how it ends").doesNotContain(good.tail());
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CUSTOMER", "EDITOR"})
    void nobody_else_is_served(Role role) {
        as(person(role));
        assertThatThrownBy(() -> list.page(KeyQuery.ALL, null)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> list.count(KeyQuery.ALL)).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> list.again(List.of())).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> lists.all()).isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> export.write(KeyQuery.ALL, new StringWriter()))
                .isInstanceOf(AccessDeniedException.class);
        try (var any = Secret.of("anything")) {
            assertThatThrownBy(() -> customersKeys.find(any)).isInstanceOf(AccessDeniedException.class);
        }
        open("en/console/keys");
        assertThat(getCurrentView()).isNotInstanceOf(KeyListView.class);
    }

    @Test
    void administrators_are_served_too() {
        made().connected("For the administrator");
        as(person(Role.ADMIN));
        open("en/console/keys?find=" + customer.id());
        assertThat(page()).contains("For the administrator");
    }

    @Test
    void what_is_asked_for_stands_in_the_address_and_comes_back_with_it() {
        made().connected("Sought good");
        made().rejected("Sought bad");
        as(agent);
        open("en/console/keys");
        find(TextField.class).withId("facet-find").single().setValue("sought");
        headlines().setValue(Set.of(Headline.CREDENTIALS_REJECTED));
        assertThat(shown()).containsExactly("Sought bad");
        find(Input.class).withId("facet-since").single().setValue("2020-01-01T09:00");
        assertThat(shown()).containsExactly("Sought bad");
        var address = address();
        assertThat(address).contains("find=sought", "headline=credentials-rejected", "since=2020-01-01T09%3A00%3A00Z");

        open("fr/console/keys?" + address.substring(address.indexOf('?') + 1));
        assertThat(shown()).containsExactly("Sought bad");
        assertThat(find(TextField.class).withId("facet-find").single().getValue())
                .isEqualTo("sought");
        assertThat(headlines().getValue()).containsExactly(Headline.CREDENTIALS_REJECTED);
        assertThat(find(Input.class).withId("facet-since").single().getValue()).startsWith("2020-01-01T09:00");
    }

    @Test
    void an_address_of_nonsense_is_the_whole_list() {
        as(agent);
        open("en/console/keys?headline=x,&since=+999999999-01-01T00:00:00Z&at=~&order=colour&exchange=%20&rotation=9"
                + "&columns=none,what&find=%00abc&code=%01");
        assertThat(getCurrentView()).isInstanceOf(KeyListView.class);
        open("en/console/keys?find=nobody-has-this-" + UUID.randomUUID());
        assertThat(page()).contains(text("console.keys.none"));
    }

    @Test
    void a_line_changes_where_it_stands_and_says_so() {
        var key = made().connected("Changing");
        as(agent);
        open("en/console/keys?find=" + customer.id());
        var row = find(NativeTableRow.class).all().getLast();
        as(customer);
        upkeep.pause(key.id());
        as(agent);
        comes(() -> assertThat(row.getElement().getTextRecursively()).contains(text("key.headline.PAUSED")));
        assertThat(find(NativeTableRow.class).all().getLast()).isSameAs(row);
        assertThat(find(Murmur.class).single().getElement().getTextRecursively())
                .isEqualTo(text("console.changed", 1));
    }

    @Test
    void that_the_list_is_another_by_now_is_said_and_nothing_moves() {
        made().connected("There first");
        as(agent);
        open("en/console/keys?find=" + customer.id());
        as(customer);
        made().connected("There later");
        as(agent);
        comes(() -> assertThat(page()).contains(text("console.news")));
        assertThat(shown()).containsExactly("There first");
        click(text("console.news.show"));
        assertThat(shown()).containsExactly("There later", "There first");
        assertThat(find(Button.class).withText(text("console.news.show")).exists())
                .isFalse();
    }

    @Test
    void a_key_is_found_by_itself_and_everything_else_gets_one_answer() {
        var pair = made().pair();
        var key = made().connected("Found by key", pair);
        as(agent);
        open("en/console/keys");
        var field = find(PasswordField.class).withId("find-key").single();
        for (var nothing : List.of(pair.secret(), "x", key.tail())) {
            field.setValue(nothing);
            assertThat(page()).contains(text("console.find.none"));
            assertThat(field.getValue()).as("it stays nowhere").isEmpty();
        }
        assertThat(getCurrentView()).isInstanceOf(KeyListView.class);
        assertThat(address()).isEqualTo("en/console/keys");
        field.setValue("  " + pair.key() + "\n");
        assertThat(getCurrentView()).isInstanceOf(KeyFileView.class);
        assertThat(page()).contains("Found by key");
    }

    @Test
    void a_credential_is_asked_for_nowhere_else() {
        var secret = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";
        as(agent);
        open("en/console/keys");
        var text = find(TextField.class).withId("facet-find").single();
        text.setValue(secret);
        assertThat(text.getValue()).isEmpty();
        assertThat(address()).isEqualTo("en/console/keys");
        assertThat(page()).contains(text("console.find.here"));
        assertThat(lists.keep("Mine " + secret, "", false)).isInstanceOf(SavedLists.Kept.NoName.class);
        open("en/console/keys?find=" + secret);
        assertThat(find(TextField.class).withId("facet-find").single().getValue())
                .isEmpty();
    }

    @Test
    void somebody_who_looks_for_many_keys_in_a_row_has_to_wait() {
        as(agent);
        try (var any = Secret.of("kX7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI")) {
            for (var once = 0; once < 30; once++) {
                assertThat(customersKeys.find(any)).isEqualTo(new CustomersKeys.Found.None());
            }
            assertThat(customersKeys.find(any)).isInstanceOf(CustomersKeys.Found.TooMany.class);
        }
    }

    @Test
    void columns_and_density_are_chosen_and_kept_in_the_address() {
        made().connected("With columns");
        as(agent);
        open("en/console/keys?find=" + customer.id() + "&columns=age,proof&dense=1");
        assertThat(page()).contains(text("console.proof.PROVEN")).doesNotContain(email(customer));
        assertThat(find(KeyTable.class).single().getElement().getOuterHTML()).contains("dense");
        open("en/console/keys?find=" + customer.id() + "&columns=none");
        assertThat(shown()).containsExactly("With columns");
    }

    @Test
    void the_order_is_chosen() {
        made().connected("Older one");
        made().connected("Newer one");
        as(agent);
        open("en/console/keys?find=" + customer.id());
        assertThat(shown()).containsExactly("Newer one", "Older one");
        @SuppressWarnings("unchecked")
        Select<Object> order = find(Select.class).withId("console-order").single();
        order.setValue(order.getListDataView().getItems().toList().get(5));
        assertThat(shown()).containsExactly("Older one", "Newer one");
        assertThat(address()).contains("order=connected", "oldest=1");
    }

    private List<String> shown() {
        return find(Anchor.class, find(KeyTable.class).single()).all().stream()
                .map(Anchor::getText)
                .toList();
    }

    @SuppressWarnings("unchecked")
    private MultiSelectComboBox<Headline> headlines() {
        return find(MultiSelectComboBox.class).withId("facet-headline").single();
    }

    private String address() {
        return ((KeyListView) getCurrentView()).addressIn(Language.ENGLISH);
    }
}
