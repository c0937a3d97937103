package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.textfield.TextField;
import dev.porteclef.console.KeyExport;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.SavedLists;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.security.Role;
import java.io.StringWriter;
import java.io.Writer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// Lists that are kept, and lists that are taken away as files.
@Timeout(120)
class SavedListsViewTest extends ConsoleViewTest {

    @Autowired
    private SavedLists lists;

    @Autowired
    private KeyExport export;

    @Test
    void a_list_is_saved_shared_found_by_others_and_forgotten_with_a_way_back() {
        as(agent);
        open("en/console/keys?find=" + customer.id() + "&order=checked&dense=1");
        click(text("console.lists.keep"));
        assertThat(find(TextField.class).withId("list-name").single().getErrorMessage())
                .isEqualTo(text("console.lists.name.missing"));
        var name = "Watch " + UUID.randomUUID();
        find(TextField.class).withId("list-name").single().setValue(name);
        click(text("console.lists.keep"));
        assertThat(page()).contains(text("console.lists.kept", name));
        assertThat(find(Anchor.class).withText(name).single().getHref())
                .startsWith("en/console/keys?")
                .contains("dense=1", "find=" + customer.id(), "order=checked");

        var other = person(Role.SUPPORT);
        as(other);
        assertThat(lists.all()).noneMatch(one -> one.name().equals(name));
        as(agent);
        var own = ((SavedLists.Kept.Done) lists.keep(name, "find=shared", true)).list();
        assertThat(lists.all()).filteredOn(one -> one.name().equals(name)).containsExactly(own);
        assertThat(lists.keep(name, "x".repeat(2_001), false)).isInstanceOf(SavedLists.Kept.TooMuch.class);
        assertThat(lists.all()).as("a refusal takes nothing away").contains(own);
        as(other);
        assertThat(lists.all()).anyMatch(one -> one.id().equals(own.id()) && !one.own());
        lists.forget(own.id());
        assertThat(lists.all()).as("another's stays").anyMatch(one -> one.id().equals(own.id()));
        as(agent);
        open("en/console/keys");
        test(find(Button.class)
                        .withCondition(button -> button.getAriaLabel()
                                .filter(text("console.lists.forget", name)::equals)
                                .isPresent())
                        .single())
                .click();
        assertThat(lists.all()).noneMatch(one -> one.name().equals(name));
        click(text("console.lists.undo"));
        assertThat(lists.all()).anyMatch(one -> one.name().equals(name) && one.shared());
        as(person(Role.ADMIN));
        lists.all().stream().filter(one -> one.name().equals(name)).forEach(one -> lists.forget(one.id()));
        as(agent);
        assertThat(lists.all())
                .as("an administrator clears up")
                .noneMatch(one -> one.name().equals(name));
    }

    @Test
    void what_was_kept_under_the_name_of_another_gives_its_place_back() {
        as(agent);
        var name = "Watch " + UUID.randomUUID();
        var _ = lists.keep(name, "find=before", true);
        open("en/console/keys?find=" + customer.id());
        find(TextField.class).withId("list-name").single().setValue(name);
        click(text("console.lists.keep"));
        assertThat(page()).contains(text("console.lists.replaced", name));
        assertThat(find(Anchor.class).withText(name).single().getHref()).contains("find=" + customer.id());
        click(text("console.lists.undo"));
        assertThat(lists.all())
                .filteredOn(one -> one.name().equals(name))
                .singleElement()
                .satisfies(one -> assertThat(one.query()).isEqualTo("find=before"))
                .satisfies(one -> assertThat(one.shared()).isTrue());
        assertThat(page()).doesNotContain(text("console.lists.replaced", name));
    }

    @Test
    void the_file_says_what_the_list_says_and_no_formula() throws Exception {
        var key = made().connected("=1+1;=2+2");
        as(agent);
        var file = new StringWriter();
        export.write(QueryText.read(Map.of("find", customer.id().toString())), file);
        assertThat(file.toString().lines()).hasSize(2);
        assertThat(file.toString())
                .startsWith("id,customer,language,label,state,cause,code,exchange,kind,strategy,harmless,life,since")
                .contains(key.id() + "," + email(customer)
                        + ",en,'=1+1;'=2+2,ACCEPTED,,,bitfinex,PRACTICE,spot,PROVEN,ACTIVE")
                .doesNotContain(key.tail());
        var recorded = jdbi.withHandle(handle -> handle.createQuery(
                        "select details from audit_event where act = 'LIST_EXPORTED' and actor = :agent")
                .bind("agent", agent.id())
                .mapTo(String.class)
                .list());
        assertThat(recorded)
                .singleElement()
                .asString()
                .contains("find=*")
                .as("who was looked for")
                .doesNotContain(customer.id().toString());
    }

    @Test
    void who_downloads_list_after_list_waits() throws Exception {
        as(agent);
        for (var list = 0; list < Limit.LIST_EXPORT.capacity(); list++) {
            assertThat(export.write(KeyQuery.ALL, Writer.nullWriter())).isEqualTo(new Allowance.Allowed());
        }
        var file = new StringWriter();
        assertThat(export.write(KeyQuery.ALL, file)).isInstanceOf(Allowance.Wait.class);
        assertThat(file.toString()).isEmpty();
        as(person(Role.ADMIN));
        assertThat(export.write(KeyQuery.ALL, file)).as("somebody else").isEqualTo(new Allowance.Allowed());
    }
}
