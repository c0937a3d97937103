package dev.porteclef.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.RealExchanges;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What has become of keys: how many are hit at once, of which exchange, since when.
class MadeUpIncidentsTest {

    private static final DemoPlan SMALL = new DemoPlan(8_000, 800, 4, 3, MadeUpWorld.NOW);
    private static final DemoPlan LARGE = new DemoPlan(120_000, 12_000, 4, 3, MadeUpWorld.NOW);

    @Test
    void a_few_hundred_keys_are_hit_however_many_there_are() {
        var small = hits(SMALL);
        var large = hits(LARGE);

        assertThat(small.keySet()).containsExactlyInAnyOrderElementsOf(large.keySet());
        assertThat(large).allSatisfy((fate, hit) -> {
            assertThat(hit).as("%s", fate).isBetween(fate.most() * 85L / 100, fate.most() * 115L / 100);
            assertThat(small.get(fate)).as("%s", fate).isGreaterThan(20).isLessThan(hit);
        });
    }

    @Test
    void one_exchange_is_hit_whose_keys_have_address_lists() {
        assertThat(MadeUpFates.keys(SMALL).filter(key -> key.fate().isIncident()))
                .extracting(MadeUpKey::exchange)
                .containsOnly(RealExchanges.bitfinex());
        assertThat(MadeUpFates.keys(SMALL)
                        .filter(key -> key.exchange().maxListedAddresses() == 0)
                        .map(MadeUpKey::fate))
                .noneMatch(fate -> fate.saying().isAboutAddresses());
    }

    @Test
    void it_begins_for_all_within_the_same_hours() {
        MadeUpFates.keys(SMALL).filter(key -> key.fate().isIncident()).forEach(key -> {
            var first = key.checks().stream()
                    .filter(check -> check.saying() == key.fate().saying())
                    .findFirst()
                    .orElseThrow();
            var ago = Duration.between(first.at(), SMALL.at());
            if (key.fate().onset() == Fate.Onset.THIS_MORNING) {
                assertThat(ago).isBetween(Duration.ofHours(1), Duration.ofHours(5));
            } else {
                assertThat(ago).isBetween(Duration.ofHours(1), Duration.ofHours(27));
            }
            assertThat(key.checks()).extracting(MadeUpKey.Check::saying).contains(Saying.FINE);
        });
    }

    @Test
    void what_began_long_ago_was_seen_when_it_began() {
        var deleted = MadeUpFates.keys(SMALL)
                .filter(key -> key.fate() == Fate.DELETED && key.checks().size() > 2)
                .map(key -> key.checks().stream()
                        .filter(check -> check.saying() == Saying.DELETED)
                        .findFirst()
                        .orElseThrow())
                .toList();

        assertThat(deleted)
                .hasSizeGreaterThan(40)
                .filteredOn(check -> check.at().isBefore(SMALL.at().minus(Duration.ofDays(14))))
                .hasSizeGreaterThan(deleted.size() / 4);
    }

    private static Map<Fate, Long> hits(DemoPlan plan) {
        var hits = MadeUpFates.keys(plan)
                .map(MadeUpKey::fate)
                .filter(Fate::isIncident)
                .collect(Collectors.groupingBy(fate -> fate, Collectors.counting()));
        assertThat(hits).hasSize((int)
                Arrays.stream(Fate.values()).filter(Fate::isIncident).count());
        return hits;
    }
}
