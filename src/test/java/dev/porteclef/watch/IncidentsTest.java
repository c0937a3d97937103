package dev.porteclef.watch;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyWorld;
import dev.porteclef.key.Occasion;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
class IncidentsTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_exchange_that_answers_for_hardly_any_key_is_an_incident_until_it_answers_again(TestDatabase database) {
        try (var world = new KeyWorld(database)) {
            var incidents = new Incidents(world.jdbi(), world.clock());
            var keys = world.customersWithAKey(8);
            world.clock().turnBy(Duration.ofMinutes(11));
            world.bitfinex().answer(PERMISSIONS, 503, "");
            round(world, incidents, keys.subList(0, 4));
            assertThat(incidents.current()).as("four are no pattern").isEmpty();

            round(world, incidents, keys.subList(4, 8));
            assertThat(incidents.current())
                    .singleElement()
                    .satisfies(one -> assertThat(one)
                            .isEqualTo(new Incident(
                                    StagedBitfinex.ID,
                                    Environment.PRACTICE,
                                    Incident.Kind.NO_ANSWER,
                                    // The fifth of eight, which were a second apart.
                                    world.clock().instant().minusSeconds(3))));
            assertThat(incidents.occasion(
                            world.watched().find(keys.getFirst().id()).orElseThrow()))
                    .isEqualTo(Occasion.WATCHED_IN_INCIDENT);
            world.clock().turnBy(Duration.ofMinutes(30));
            incidents.look(StagedBitfinex.ID, Environment.PRACTICE);
            assertThat(incidents.current()).as("silence does not end it").hasSize(1);

            world.bitfinex().reset();
            round(world, incidents, keys.subList(0, 2));
            assertThat(incidents.current()).as("two answers may be luck").hasSize(1);
            round(world, incidents, keys.subList(2, 3));
            assertThat(incidents.current()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void many_refusals_at_once_ask_about_our_address_and_turn_nothing_red(TestDatabase database) {
        try (var world = new KeyWorld(database)) {
            var incidents = new Incidents(world.jdbi(), world.clock());
            var keys = world.customersWithAKey(8);
            world.clock().turnBy(Duration.ofMinutes(11));
            world.bitfinex().answer(PERMISSIONS, 500, REJECTED);
            for (var hour = 0; hour < 3; hour++) {
                round(world, incidents, keys);
                assertThat(incidents.current()).extracting(Incident::kind).containsExactly(Incident.Kind.MANY_REFUSED);
                world.clock().turnBy(Duration.ofHours(1));
            }
            assertThat(headlines(world, keys)).containsOnly(Headline.DOUBTED);

            world.bitfinex().reset();
            round(world, incidents, keys);
            assertThat(incidents.current()).isEmpty();
            assertThat(headlines(world, keys)).containsOnly(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void some_that_are_silent_among_many_that_are_not_are_no_incident(TestDatabase database) {
        try (var world = new KeyWorld(database)) {
            var incidents = new Incidents(world.jdbi(), world.clock());
            var keys = world.customersWithAKey(12);
            world.clock().turnBy(Duration.ofMinutes(11));
            round(world, incidents, keys.subList(0, 7));
            world.bitfinex().answer(PERMISSIONS, 503, "");
            round(world, incidents, keys.subList(7, 12));
            assertThat(incidents.current()).isEmpty();
        }
    }

    /// Each key as the watch checks it.
    private static void round(KeyWorld world, Incidents incidents, List<ExchangeKey> keys) {
        for (var key : keys) {
            world.clock().turnBy(Duration.ofSeconds(1));
            var watched = world.watched().find(key.id()).orElseThrow();
            world.check(List.of(key), incidents.occasion(watched));
            incidents.look(StagedBitfinex.ID, Environment.PRACTICE);
        }
    }

    private static List<Headline> headlines(KeyWorld world, List<ExchangeKey> keys) {
        return keys.stream().map(key -> world.now(key).headline()).toList();
    }
}
