package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.select.Select;
import dev.porteclef.console.overview.Lookback;
import dev.porteclef.console.overview.Overview;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.access.AccessDeniedException;

/// How the whole stands, as an agent sees and hears it.
@Timeout(120)
class OverviewViewTest extends ConsoleViewTest {

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    private Overview overview;

    @BeforeEach
    @AfterEach
    void nothing_is_counted() {
        jdbi.useHandle(handle -> {
            for (var table : List.of("console_failure_day", "console_latency_day", "journey")) {
                handle.execute("delete from " + table);
            }
        });
    }

    @Test
    void states_are_counted_and_lead_to_their_keys() {
        made().rejected("Counted in the overview");
        as(agent);
        open("en/console/overview");

        var row = find(NativeTableRow.class).all().stream()
                .filter(line ->
                        line.getElement().getTextRecursively().contains(text("key.headline.CREDENTIALS_REJECTED")))
                .findFirst()
                .orElseThrow();
        String rejected = jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from exchange_key where headline = 'CREDENTIALS_REJECTED'")
                .mapTo(String.class)
                .one());
        assertThat(row.getElement().getTextRecursively()).contains(rejected);
        open(find(Anchor.class)
                .withCondition(link -> link.getHref().endsWith("?headline=credentials-rejected"))
                .single()
                .getHref());
        assertThat(getCurrentView()).isInstanceOf(KeyListView.class);
        assertThat(page()).contains("Counted in the overview");
    }

    @Test
    void where_nothing_is_counted_yet_it_says_so() {
        as(agent);
        open("en/console/overview");

        assertThat(page())
                .contains(
                        text("console.overview.causes.none"),
                        text("console.overview.way.none"),
                        text("console.overview.first.none"),
                        text("console.overview.latency.none"));
    }

    @Test
    void every_drawing_says_the_same_as_a_table() {
        counted();
        made().connected("Green in the overview");
        as(agent);
        open("en/console/overview");

        assertThat(find(Svg.class).all().stream().filter(drawing -> drawing.getClass() == Svg.class))
                .as("bars of states and ways, and two charts")
                .hasSizeGreaterThan(6)
                .allSatisfy(drawing -> assertThat(drawing.getElement().getProperty("innerHTML"))
                        .startsWith("<svg")
                        .contains("aria-hidden=\"true\"")
                        .doesNotContain("style="));
        assertThat(find(NativeTable.class).all())
                .hasSizeGreaterThan(5)
                .allSatisfy(table -> assertThat(table.getCaption().getElement().getTextRecursively())
                        .isNotBlank());
        assertThat(find(NativeTableHeaderCell.class).all())
                .extracting(cell -> cell.getElement().getAttribute("scope"))
                .containsOnly("col", "row")
                .contains("col", "row");
        assertThat(page())
                .contains("7", "Address not on the IP list", "120 ms", "2,500 ms")
                .contains(text("console.overview.way.measured", 1), "35 min")
                .doesNotContain(text("console.overview.causes.none"));
    }

    @Test
    void how_far_back_it_looks_stands_in_the_address() {
        counted();
        as(agent);
        open("en/console/overview");
        assertThat(page()).doesNotContain(text("key.headline.NONCE_CONFLICT"));
        @SuppressWarnings("unchecked")
        Select<Lookback> lookback =
                find(Select.class).withId("overview-lookback").single();
        assertThat(lookback.getValue()).isEqualTo(Lookback.WEEK);

        lookback.setValue(Lookback.MONTH);

        assertThat(page()).contains(text("key.headline.NONCE_CONFLICT"));
        assertThat(((OverviewView) getCurrentView()).addressIn(Language.FRENCH))
                .isEqualTo("fr/console/overview?within=month");
        open("en/console/overview?within=month");
        assertThat(page()).contains(text("key.headline.NONCE_CONFLICT"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CUSTOMER", "EDITOR"})
    void nobody_else_is_served(Role role) {
        as(person(role));
        assertThatThrownBy(() -> overview.picture(Lookback.WEEK)).isInstanceOf(AccessDeniedException.class);
        open("en/console/overview");
        assertThat(getCurrentView()).isNotInstanceOf(OverviewView.class);
    }

    private void counted() {
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into console_failure_day values (?, 'IP_NOT_ALLOWED', 'ADDRESS_NOT_LISTED', false, 7)",
                    today);
            handle.execute(
                    "insert into console_failure_day values (?, 'NONCE_CONFLICT', '', false, 3)", today.minusDays(9));
            handle.execute("insert into console_latency_day values (?, 'bitfinex', 'LIVE', 120, false, 5)", today);
            handle.execute("insert into console_latency_day values (?, 'bitfinex', 'LIVE', 2500, false, 5)", today);
            handle.execute("""
                    insert into journey (owner, began_at, guide_at, form_at, checked_at, green_at, strategy)
                    select id, current_timestamp, current_timestamp, current_timestamp,
                        current_timestamp, current_timestamp + interval '35' minute, 'spot'
                    from account
                    limit 1
                    """);
        });
    }
}
