package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Input;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.internal.nodefeature.ElementListenerMap;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.i18n.Language;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// An agent who goes from the list to a key and back loses neither the place nor the key; nor does the keyboard.
@Timeout(120)
class ListPlaceViewTest extends ConsoleViewTest {

    @Test
    void the_row_that_the_address_names_is_marked_and_has_the_keyboard() {
        var older = made().connected("Older one");
        made().connected("Newer one");
        as(agent);
        open(list() + "&row=" + older.id());
        assertThat(ledTo()).hasValue(link("Older one"));
        assertThat(marked()).containsExactly(older.id().toString());

        open("fr/console/keys?find=" + customer.id() + "&row=" + older.id());
        assertThat(ledTo()).as("another language is the same place").isEmpty();
        assertThat(marked()).containsExactly(older.id().toString());

        open(list() + "&row=" + UUID.randomUUID());
        assertThat(ledTo())
                .as("no row")
                .isNotEqualTo(Optional.of(link("Older one")))
                .isNotEqualTo(Optional.of(link("Newer one")));
        assertThat(marked()).as("a key that is not on the page").isEmpty();
        open(list() + "&row=nonsense");
        assertThat(marked()).isEmpty();
    }

    @Test
    void news_leaves_the_mark_where_it_is() {
        var key = made().connected("Marked");
        as(agent);
        open(list() + "&row=" + key.id());
        as(customer);
        upkeep.pause(key.id());
        made().connected("There later");
        as(agent);
        comes(() -> assertThat(page()).contains(text("console.news"), text("key.headline.PAUSED")));
        assertThat(marked()).containsExactly(key.id().toString());
        click(text("console.news.show"));
        assertThat(find(NativeTableRow.class, find(KeyTable.class).single()).all())
                .hasSize(3);
        assertThat(marked()).containsExactly(key.id().toString());
    }

    @Test
    void every_way_back_leads_to_the_list_as_it_was_left() {
        var key = made().connected("Found-again");
        as(agent);
        open("en/console/groups");
        assertThat(wayToTheList()).as("never there in this session").isEqualTo("en/console/keys");
        open(list() + "&columns=age&at=2999-01-01T00:00:00Z");
        find(TextField.class).withId("facet-find").single().setValue("found-again");
        var left = "en/console/keys?columns=age&find=found-again";
        assertThat(parts(wayToTheList())).isEqualTo(parts(left));
        open("en/console/groups");
        assertThat(parts(wayToTheList())).isEqualTo(parts(left));
        press("1", "");
        assertThat(parts(address())).isEqualTo(parts(left));

        var back = left + "&row=" + key.id();
        for (var way : List.of("u", "1")) {
            open("en/console/keys/" + key.id());
            assertThat(parts(find(Anchor.class).withId("all-keys").single().getHref()))
                    .isEqualTo(parts(back));
            press(way, "");
            assertThat(parts(address())).isEqualTo(parts(back));
            assertThat(ledTo()).hasValue(link("Found-again"));
        }
    }

    @Test
    void the_keyboard_and_the_status_line_follow_from_page_to_page() {
        var key = made().connected("The one that is copied");
        copies(key, 60);
        as(agent);
        open(list());
        assertThat(said())
                .startsWith(text("console.count", 61))
                .endsWith(time(48))
                .doesNotContain(time(49));
        press("l", "");
        assertThat(ledTo()).hasValue(firstLink());
        assertThat(firstLink().getText()).isEqualTo("copy 49");
        assertThat(said()).isEqualTo(text("console.page.stands", text("console.count", 61), time(49), time(59)));
        press("h", "");
        assertThat(ledTo()).hasValue(firstLink());
        assertThat(firstLink().getText()).isEqualTo("The one that is copied");
        test(find(Button.class).withId("page-next").single()).click();
        assertThat(ledTo()).hasValue(firstLink());
        press("[", "");
        assertThat(firstLink().getText()).isEqualTo("The one that is copied");
    }

    @Test
    void the_day_that_the_page_begins_at_is_shown_until_it_begins_elsewhere() {
        var key = made().connected("Of today");
        copies(key, 60);
        as(agent);
        open(list());
        assertThat(jump().getValue()).isEmpty();
        jump().setValue(date(3).toString());
        assertThat(firstLink().getText()).isEqualTo("copy 3");
        var address = address();
        open("en/console/groups");
        open(address);
        assertThat(jump().getValue()).isEqualTo(date(3).toString());
        press("l", "");
        assertThat(jump().getValue()).isEmpty();
        open(address + "&oldest=1");
        assertThat(jump().getValue()).as("the moment after it, going forward").isEqualTo(date(2).toString());
    }

    @Test
    void the_search_is_one_key_away_from_every_page_of_the_console() {
        var key = made().connected("To search for");
        as(agent);
        open(list());
        for (var page : List.of("en/console/groups", "en/console/runs", "en/console/overview")) {
            open(page);
            press("/", "");
            assertThat(address()).isEqualTo(list());
            assertThat(ledTo()).hasValue(search());
        }
        open("en/console/keys/" + key.id());
        press("/", "");
        assertThat(ledTo()).hasValue(search());
        open("en/console/groups");
        press("1", "");
        assertThat(ledTo()).as("asked for once").isNotEqualTo(Optional.of(search()));
        press("/", "");
        assertThat(ledTo()).hasValue(search());
        assertThat(UI.getCurrentOrThrow()
                        .getElement()
                        .getNode()
                        .getFeature(ElementListenerMap.class)
                        .getExpressions("keydown"))
                .as("not the browser's own search")
                .anyMatch(expression -> expression.endsWith("event.preventDefault()"));
    }

    /// As many keys of the same customer, standing as they do since one day after the other, back from the first of
    /// June 2020.
    private void copies(ExchangeKey key, int count) {
        List<String> others = jdbi.withHandle(
                handle -> handle.createQuery("""
                        select column_name
                        from information_schema.columns
                        where table_name = 'exchange_key'
                            and column_name not in ('id', 'label', 'fingerprint', 'headline_since')
                        """).mapTo(String.class).list());
        var columns = String.join(", ", others);
        jdbi.useHandle(handle -> {
            for (var number = 0; number < count; number++) {
                handle.createUpdate("insert into exchange_key (id, label, headline_since, " + columns
                                + ") select :copy, :label, :since, " + columns + " from exchange_key where id = :id")
                        .bind("copy", UUID.randomUUID())
                        .bind("label", "copy " + number)
                        .bind("since", at(number).atOffset(ZoneOffset.UTC))
                        .bind("id", key.id().value())
                        .execute();
            }
        });
    }

    private static LocalDate date(int number) {
        return LocalDate.of(2020, 6, 1).minusDays(number);
    }

    private static LocalDateTime at(int number) {
        return date(number).atTime(12, 0);
    }

    private static String time(int number) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withLocale(Language.ENGLISH.formats())
                .format(at(number));
    }

    /// The keys of this customer.
    private String list() {
        return "en/console/keys?find=" + customer.id();
    }

    private String said() {
        return find(Paragraph.class).withClassName("console-count").single().getText();
    }

    private Input jump() {
        return find(Input.class).withId("console-jump").single();
    }

    private TextField search() {
        return find(TextField.class).withId("facet-find").single();
    }

    private Anchor link(String label) {
        return find(Anchor.class, find(KeyTable.class).single()).withText(label).single();
    }

    private Anchor firstLink() {
        return find(Anchor.class, find(KeyTable.class).single()).all().getFirst();
    }

    private List<String> marked() {
        return find(NativeTableRow.class, find(KeyTable.class).single()).all().stream()
                .filter(row -> "true".equals(row.getElement().getAttribute("aria-current")))
                .map(row -> Objects.requireNonNull(row.getElement().getAttribute("data-key")))
                .toList();
    }

    /// Where the entry of the list among the ways between the pages leads.
    private String wayToTheList() {
        return find(Anchor.class, find(ConsoleNav.class).single())
                .all()
                .getFirst()
                .getHref();
    }

    /// Path and parameters, these in whatever order.
    private static Set<String> parts(String address) {
        return Set.of(address.split("[?&]"));
    }

    private String address() {
        return ((KeyListView) getCurrentView()).addressIn(Language.ENGLISH);
    }
}
