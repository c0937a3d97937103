package dev.porteclef.guide.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.internal.StateNode;
import com.vaadin.flow.router.Location;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Need;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.guide.BoxAdvice;
import dev.porteclef.guide.Guides;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.testing.ViewTest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The guide of every exchange there is, in both languages, against the catalogue.
class GuideViewTest extends ViewTest {

    @Autowired
    private ExchangeCatalogue catalogue;

    @Autowired
    private Guides guides;

    @Autowired
    private Texts texts;

    private Exchange exchange;

    @BeforeEach
    void choose_the_exchange() {
        exchange = catalogue.get(new ExchangeId("bitfinex"));
    }

    @Test
    void the_grid_shows_what_the_catalogue_says_for_every_strategy() {
        for (var strategy : strategies()) {
            open(Addresses.guide(Language.ENGLISH, "bitfinex", strategy.toString()));
            assertThat(shownNeeds()).as(strategy.toString()).isEqualTo(needs(strategy));
        }
    }

    @Test
    void a_choice_changes_the_grid_the_address_and_the_links() {
        open("en/guides/bitfinex");
        tick(input("margin"), true);
        tick(input("transfers"), true);

        var strategy = new Strategy("margin", Set.of("transfers"));
        assertThat(shownNeeds()).isEqualTo(needs(strategy));
        assertThat(view().addressIn(Language.FRENCH)).isEqualTo("fr/guides/bitfinex?strategy=margin%2Btransfers");
        assertThat(find(Anchor.class, find(GuideContent.class).single())
                        .withClassName("action-primary")
                        .all())
                .hasSizeGreaterThan(1)
                .allSatisfy(link -> assertThat(link.getHref())
                        .isEqualTo(Addresses.connect(Language.ENGLISH, "bitfinex", "margin+transfers")));
        assertThat(labels(find(BoxList.class).single()))
                .isEqualTo(exchange.boxes()
                        .filter(box -> Set.of(Need.REQUIRED, Need.RECOMMENDED).contains(exchange.need(box, strategy)))
                        .map(PermissionBox::label)
                        .toList());
    }

    @Test
    void a_choice_redraws_only_the_cells_that_change() {
        open("en/guides/bitfinex?strategy=spot");
        var before = cells();
        tick(input("margin"), true);

        var changed = cells().entrySet().stream()
                .filter(cell -> !cell.getValue().equals(before.get(cell.getKey())))
                .map(Map.Entry::getKey);
        assertThat(changed)
                .containsExactlyInAnyOrderElementsOf(exchange.boxes()
                        .filter(box -> !advice(box, "spot").equals(advice(box, "margin")))
                        .map(PermissionBox::id)
                        .toList())
                .contains("positions.write")
                .doesNotContain("orders.write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nonsense", "spot+nonsense", "transfers", "+", "+transfers", ""})
    void an_unknown_strategy_is_the_default(String strategy) {
        open(Addresses.guide(Language.ENGLISH, "bitfinex", strategy));
        assertThat(shownNeeds()).isEqualTo(needs(exchange.defaultStrategy()));
        assertThat(input(exchange.defaultStrategy().profile()).isOn()).isTrue();
    }

    @Test
    void a_plus_sign_in_the_address_may_stand_as_it_is() {
        open("en/guides/bitfinex?strategy=spot+transfers");
        assertThat(shownNeeds()).isEqualTo(needs(new Strategy("spot", Set.of("transfers"))));
    }

    @Test
    void exactly_the_boxes_to_change_are_shown() {
        open(Addresses.boxesToChange(
                Language.FRENCH, "bitfinex", "margin", List.of("orders.write", "no.such"), List.of("withdraw.write")));

        assertThat(find(PermissionGrid.class).exists()).isFalse();
        var lists = find(BoxList.class, find(BoxesToChange.class).single()).all();
        assertThat(lists).hasSize(2);
        assertThat(labels(lists.getFirst())).isEqualTo(labels("orders.write"));
        assertThat(labels(lists.getLast())).isEqualTo(labels("withdraw.write"));
    }

    @Test
    void the_whole_grid_is_one_click_away() {
        open(Addresses.boxesToChange(Language.ENGLISH, "bitfinex", "margin", List.of("orders.write"), List.of()));
        test(find(NativeButton.class).withText("Show the whole grid").single()).click();

        assertThat(find(BoxesToChange.class).exists()).isFalse();
        assertThat(shownNeeds()).isEqualTo(needs(Strategy.of("margin")));
        assertThat(view().addressIn(Language.ENGLISH)).isEqualTo("en/guides/bitfinex?strategy=margin");
    }

    @Test
    void boxes_that_nobody_knows_leave_the_guide_as_it_is() {
        open("en/guides/bitfinex?tick=no.such&untick=");
        assertThat(find(BoxesToChange.class).exists()).isFalse();
        assertThat(shownNeeds()).isEqualTo(needs(exchange.defaultStrategy()));
    }

    @ParameterizedTest
    @EnumSource
    void every_guide_has_the_same_steps_boxes_and_entries_in(Language language) {
        for (var each : catalogue.all()) {
            var document = guides.find(each.id(), language).orElseThrow();
            var english = guides.find(each.id(), Language.ENGLISH).orElseThrow();
            open(Addresses.guide(language, each.id().value()));

            assertThat(find(StepList.class).single().items().keySet())
                    .isNotEmpty()
                    .containsExactlyElementsOf(
                            english.steps().stream().map(step -> step.id()).toList());
            assertThat(find(PermissionGrid.class).single().shown())
                    .hasSize((int) each.boxes().count());
            assertThat(view().getPageTitle()).isEqualTo(document.title());
        }
    }

    @Test
    void steps_count_what_is_ticked_off_and_start_over() {
        open("en/guides/bitfinex");
        var count = guides.find(exchange.id(), Language.ENGLISH)
                .orElseThrow()
                .steps()
                .size();
        tick(input("step-signin"), true);
        tick(input("step-new"), true);
        assertThat(progress()).isEqualTo("2 of " + count + " done");
        tick(input("step-new"), false);
        assertThat(progress()).isEqualTo("1 of " + count + " done");
        test(find(NativeButton.class).withText("Start over").single()).click();
        assertThat(progress()).isEqualTo("0 of " + count + " done");
        assertThat(input("step-signin").isOn()).isFalse();
    }

    @Test
    void several_addresses_can_be_copied_at_once() {
        open("en/guides/bitfinex");
        assertThat(find(AddressList.class).all())
                .hasSize(2)
                .allSatisfy(list -> assertThat(list.getElement().getTextRecursively())
                        .contains("51.38.112.198")
                        .contains("2001:db8::7")
                        .contains("All addresses"));
    }

    @Test
    void the_brand_is_escaped() {
        open("en/guides/bitfinex");
        var outer = view().getElement().getOuterHTML();
        assertThat(outer).contains("Noon &amp; Barbari").doesNotContain("{{");
    }

    @Test
    void an_exchange_that_nobody_knows_has_no_guide() {
        UI.getCurrentOrThrow().navigate("en/guides/nowhere");
        assertThat(getCurrentView()).isNotInstanceOf(GuideView.class);
    }

    private void open(String address) {
        var location = new Location(address.replaceAll("#.*", ""));
        UI.getCurrentOrThrow().navigate(location.getPath(), location.getQueryParameters());
        assertThat(getCurrentView()).isInstanceOf(GuideView.class);
    }

    private GuideView view() {
        return (GuideView) getCurrentView();
    }

    private Toggle input(String value) {
        return find(Toggle.class).withAttribute("value", value).single();
    }

    private String progress() {
        return find(StepList.class)
                .single()
                .getElement()
                .getChild(0)
                .getChild(0)
                .getText();
    }

    private List<Strategy> strategies() {
        return exchange.choices().stream()
                .flatMap(profile -> Stream.concat(
                        Stream.of(Strategy.of(profile.id())),
                        exchange.addOns().stream().map(addOn -> new Strategy(profile.id(), Set.of(addOn.id())))))
                .toList();
    }

    /// What is drawn, read from the words in the cells.
    private Map<String, Need> shownNeeds() {
        var words = Stream.of(Need.values())
                .collect(Collectors.toMap(
                        need -> texts.get(Language.ENGLISH, need.translationKey()), Function.identity()));
        return find(BoxCell.class).all().stream()
                .collect(Collectors.toMap(
                        GuideViewTest::box,
                        cell -> Objects.requireNonNull(
                                words.get(badge(cell).replaceAll(",.*", "")), () -> badge(cell))));
    }

    private String badge(BoxCell cell) {
        return find(NeedBadge.class, cell).single().getElement().getTextRecursively();
    }

    private static String box(BoxCell cell) {
        return cell.getElement().getAttribute("data-box");
    }

    /// What stands in each cell, by identity.
    private Map<String, StateNode> cells() {
        return find(BoxCell.class).all().stream()
                .collect(Collectors.toMap(
                        GuideViewTest::box,
                        cell -> cell.getElement().getChild(0).getNode()));
    }

    private static List<String> labels(BoxList list) {
        return list.getElement()
                .getChildren()
                .map(item -> item.getChild(1).getChild(0).getText())
                .toList();
    }

    private List<String> labels(String... ids) {
        return Stream.of(ids).map(id -> exchange.box(id).orElseThrow().label()).toList();
    }

    private BoxAdvice advice(PermissionBox box, String strategy) {
        return BoxAdvice.of(exchange, Strategy.of(strategy)).stream()
                .filter(advice -> advice.box().equals(box))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Need> needs(Strategy strategy) {
        return exchange.boxes().collect(Collectors.toMap(PermissionBox::id, box -> exchange.need(box, strategy)));
    }
}
