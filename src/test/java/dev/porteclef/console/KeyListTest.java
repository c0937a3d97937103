package dev.porteclef.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.key.KeyId;
import dev.porteclef.platform.data.Place;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Pages of the list of all keys, on both databases.
@Timeout(120)
class KeyListTest {

    private static final Instant NOW = ListedKeys.NOW;

    static Stream<Arguments> every_order() {
        return Arrays.stream(TestDatabase.values())
                .flatMap(server -> Arrays.stream(KeyOrder.values())
                        .flatMap(order -> Stream.of(false, true).map(oldest -> Arguments.of(server, order, oldest))));
    }

    @ParameterizedTest
    @MethodSource("every_order")
    void every_key_stands_on_one_page_there_and_back(TestDatabase server, KeyOrder order, boolean oldestFirst) {
        var world = new ListedKeys(server);
        var owner = world.stated().customer();
        for (var number = 0; number < 23; number++) {
            // Several at the same moment: then their ids decide.
            var at = StatedKeys.LONG_AGO.plusSeconds(number / 4);
            world.stated()
                    .key(owner)
                    .with("headline_since", at)
                    .with("checked_at", at.plusSeconds(number % 3))
                    .with("created_at", at.minusSeconds(number))
                    .write();
        }
        var query = QueryText.read(
                Map.of("order", order.name().toLowerCase(Locale.ROOT), "oldest", oldestFirst ? "1" : ""));
        assertThat(query.order()).isEqualTo(order);

        var there = new ArrayList<KeyLine>();
        var page = world.page(query, null, 5);
        assertThat(page.before()).isNull();
        while (true) {
            there.addAll(page.lines());
            var after = page.after();
            if (after == null) {
                break;
            }
            page = world.page(query, Place.of(after.toString()).orElseThrow(), 5);
        }
        assertThat(there).extracting(KeyLine::id).hasSize(23).doesNotHaveDuplicates();
        assertThat(there)
                .extracting(line -> line.at(order))
                .isSortedAccordingTo(
                        oldestFirst ? Comparator.<Instant>naturalOrder() : Comparator.<Instant>reverseOrder());

        var back = new ArrayList<>(page.lines());
        while (page.before() != null) {
            page = world.page(query, page.before(), 5);
            back.addAll(0, page.before() == null ? page.lines().subList(0, 23 - back.size()) : page.lines());
        }
        assertThat(back).isEqualTo(there);
        assertThat(page.lines()).as("the first page is a whole one").hasSize(5);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_place_stays_where_it_is_while_keys_come_and_go(TestDatabase server) {
        var world = new ListedKeys(server);
        var owner = world.stated().customer();
        for (var number = 0; number < 8; number++) {
            world.stated()
                    .key(owner)
                    .with("headline_since", StatedKeys.LONG_AGO.plusSeconds(number))
                    .write();
        }
        var first = world.page(KeyQuery.ALL, null, 3);
        var second = world.page(KeyQuery.ALL, first.after(), 3);
        world.stated().key(owner).with("headline_since", NOW).write();
        world.jdbi()
                .useHandle(handle -> handle.createUpdate("delete from exchange_key where id = :id")
                        .bind("id", first.lines().getLast().id())
                        .execute());
        assertThat(world.page(KeyQuery.ALL, first.after(), 3)).isEqualTo(second);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_day_can_be_jumped_to(TestDatabase server) {
        var world = new ListedKeys(server);
        var owner = world.stated().customer();
        var old = world.stated()
                .key(owner)
                .with("headline_since", NOW.minus(Duration.ofDays(3)))
                .write();
        world.stated()
                .key(owner)
                .with("headline_since", NOW.minus(Duration.ofDays(1)))
                .write();
        var page = world.page(KeyQuery.ALL, new Place(NOW.minus(Duration.ofDays(2)), null, false), 10);
        assertThat(page.lines()).extracting(KeyLine::id).containsExactly(old);
        assertThat(page.before()).as("and there is a way to what is newer").isNotNull();
        var back = world.page(KeyQuery.ALL, page.before(), 10);
        assertThat(back.lines()).hasSize(2);
        var before = world.page(KeyQuery.ALL, new Place(NOW.minus(Duration.ofDays(9)), null, false), 10);
        assertThat(before.lines()).isEmpty();
        assertThat(world.page(KeyQuery.ALL, before.before(), 10).lines()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void lines_are_read_again_by_their_ids(TestDatabase server) {
        var world = new ListedKeys(server);
        var owner = world.stated().customer();
        var some = List.of(
                world.stated().key(owner).write(), world.stated().key(owner).write());
        world.stated().key(owner).write();
        var gone = new KeyId(UUID.randomUUID());
        var asked = new HashSet<>(some);
        asked.add(gone);
        assertThat(world.within(() -> world.list().again(asked)))
                .extracting(KeyLine::id)
                .containsExactlyInAnyOrderElementsOf(some);
        assertThat(world.within(() -> world.list().again(List.of()))).isEmpty();
    }
}
