package dev.porteclef.watch;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.REJECTED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.key.ExchangeKey;
import dev.porteclef.mail.AboutKey;
import dev.porteclef.mail.MailKind;
import dev.porteclef.testing.TestDatabase;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which mail waits while an incident is declared, on both databases.
@Timeout(60)
class IncidentBrakeTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_colour_of_a_key_that_stands_like_it_or_has_come_out_of_it_waits_and_nothing_else(TestDatabase database) {
        try (var world = new DeclaredWorld(database)) {
            var own = DeclaredIncidentsTest.stumbled(world.keys, 2);
            var stays = own.getFirst();
            var recovers = own.getLast();
            world.keys.bitfinex().reset();
            var other = world.keys.customersWithAKey(1).getFirst();
            world.keys.bitfinex().answer(PERMISSIONS, 500, REJECTED);
            world.keys.checkInPerson(other);
            assertThat(held(world, stays)).as("nothing is declared yet").isEmpty();

            world.declare(Trouble.of(world.keys.now(stays)));
            assertThat(held(world, stays)).containsExactlyInAnyOrder(MailKind.KEY_RED, MailKind.KEY_GREEN);
            assertThat(held(world, other)).as("red for another reason").isEmpty();

            world.keys.bitfinex().reset();
            world.keys.checkInPerson(recovers);
            assertThat(held(world, recovers)).as("has come out of it").containsExactly(MailKind.KEY_GREEN);
            world.keys.checkInPerson(other);
            assertThat(held(world, other)).as("has come out of something else").isEmpty();

            world.<Boolean>asAgent(desk -> desk.end(desk.open().getFirst().id()));
            assertThat(held(world, stays)).isEmpty();
            assertThat(held(world, recovers)).isEmpty();
        }
    }

    private static Set<MailKind> held(DeclaredWorld world, ExchangeKey key) {
        var brake = new IncidentBrake(new Incidents(world.keys.jdbi(), world.keys.clock()), world.keys.jdbi());
        var about = new AboutKey(key.exchange(), key.environment(), key.id());
        return Arrays.stream(MailKind.values())
                .filter(kind -> brake.holds(kind, about))
                .collect(Collectors.toSet());
    }
}
