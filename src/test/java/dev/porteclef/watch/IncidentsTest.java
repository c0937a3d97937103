package dev.porteclef.watch;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyWorld;
import dev.porteclef.key.Life;
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
            var incidents = incidents(world);
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
            assertThat(incidents.isUnderWay(StagedBitfinex.ID, Environment.PRACTICE, ""))
                    .isTrue();
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
            var incidents = incidents(world);
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
            var incidents = incidents(world);
            var keys = world.customersWithAKey(12);
            world.clock().turnBy(Duration.ofMinutes(11));
            round(world, incidents, keys.subList(0, 7));
            world.bitfinex().answer(PERMISSIONS, 503, "");
            round(world, incidents, keys.subList(7, 12));
            assertThat(incidents.current()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_refused_address_is_an_incident_of_its_own(TestDatabase database) {
        try (var world = new KeyWorld(database)) {
            var incidents = incidents(world);
            var keys = world.customersWithAKey(12);
            world.clock().turnBy(Duration.ofMinutes(11));
            world.bitfinex().answer(PERMISSIONS, 500, REJECTED);
            world.check(keys.subList(0, 5));
            world.jdbi().useHandle(handle -> handle.execute("""
                    update key_check set address = '203.0.113.1' where verdict = 'CREDENTIALS_REJECTED'
                    """));
            world.bitfinex().reset();
            round(world, incidents, keys.subList(5, 12));
            assertThat(incidents.current()).extracting(Incident::kind).containsExactly(Incident.Kind.MANY_REFUSED);
            assertThat(incidents.isUnderWay(StagedBitfinex.ID, Environment.PRACTICE, "203.0.113.1"))
                    .isTrue();
            assertThat(incidents.isUnderWay(StagedBitfinex.ID, Environment.PRACTICE, ""))
                    .as("the other address is fine")
                    .isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void keys_that_have_been_red_for_long_are_no_pattern(TestDatabase database) {
        try (var world = new KeyWorld(database)) {
            var incidents = incidents(world);
            var keys = world.customersWithAKey(12);
            world.bitfinex().answer(PERMISSIONS, 500, REJECTED);
            for (var key : keys.subList(0, 8)) {
                world.clock().turnBy(Duration.ofDays(1));
                world.checkInPerson(key);
            }
            world.bitfinex()
                    .refuse(keys.subList(0, 8).stream().map(world::apiKey).toArray(String[]::new));
            world.bitfinex().answer(PERMISSIONS, 200, StagedBitfinex.SPOT_RIGHTS);
            world.clock().turnBy(Duration.ofDays(90));
            round(world, incidents, keys);
            assertThat(incidents.current()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_one_customer_rehearses_is_no_incident(TestDatabase database) {
        try (var world = new KeyWorld(database)) {
            var incidents = incidents(world);
            var keys = world.customersWithAKey(8);
            world.clock().turnBy(Duration.ofMinutes(11));
            world.bitfinex().answer(PERMISSIONS, 503, "");
            world.check(keys.subList(0, 6));
            world.jdbi()
                    .useHandle(handle -> handle.createUpdate("""
                            update exchange_key set owner = :one where no_verdict is not null
                            """)
                            .bind("one", keys.getFirst().owner())
                            .execute());
            incidents.look(StagedBitfinex.ID, Environment.PRACTICE);
            assertThat(incidents.current()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_the_exchange_says_of_many_keys_for_a_whole_day_is_believed(TestDatabase database) {
        try (var world = new KeyWorld(database)) {
            var incidents = incidents(world);
            var keys = world.customersWithAKey(6);
            world.clock().turnBy(Duration.ofMinutes(11));
            world.bitfinex().answer(PERMISSIONS, 500, REJECTED);
            for (var hour = 0; hour < 24; hour += 6) {
                round(world, incidents, keys);
                assertThat(headlines(world, keys)).containsOnly(Headline.DOUBTED);
                world.clock().turnBy(Duration.ofHours(6));
            }
            for (var again = 0; again < 3; again++) {
                round(world, incidents, keys);
                assertThat(incidents.current()).isEmpty();
            }
            assertThat(headlines(world, keys)).containsOnly(Headline.CREDENTIALS_REJECTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_leaked_key_is_not_taken_for_revoked_while_many_are_refused(TestDatabase database) {
        try (var world = new KeyWorld(database)) {
            var incidents = incidents(world);
            var keys = world.customersWithAKey(8);
            var leaked = world.reportLeak(keys.getFirst());
            world.clock().turnBy(Duration.ofMinutes(11));
            world.bitfinex().answer(PERMISSIONS, 500, REJECTED);
            round(world, incidents, keys);
            round(world, incidents, keys);
            assertThat(world.now(leaked).life()).isEqualTo(Life.PAUSED);
            assertThat(world.checkInPerson(leaked).life()).isEqualTo(Life.PAUSED);
            assertThat(world.now(leaked).sealed()).isTrue();

            world.bitfinex().reset();
            round(world, incidents, keys);
            world.bitfinex().refuse(world.apiKey(leaked));
            world.clock().turnBy(Duration.ofMinutes(20));
            round(world, incidents, List.of(leaked));
            assertThat(world.now(leaked).life()).as("once may be chance").isEqualTo(Life.PAUSED);
            round(world, incidents, List.of(leaked));
            assertThat(world.now(leaked).life()).isEqualTo(Life.REVOKED);
        }
    }

    private static Incidents incidents(KeyWorld world) {
        var incidents = new Incidents(world.jdbi(), world.clock());
        world.cause(incidents);
        return incidents;
    }

    /// Each key as the watch checks it.
    private static void round(KeyWorld world, Incidents incidents, List<ExchangeKey> keys) {
        for (var key : keys) {
            world.clock().turnBy(Duration.ofSeconds(1));
            world.check(List.of(key));
            incidents.look(StagedBitfinex.ID, Environment.PRACTICE);
        }
    }

    private static List<Headline> headlines(KeyWorld world, List<ExchangeKey> keys) {
        return keys.stream().map(key -> world.now(key).headline()).toList();
    }
}
