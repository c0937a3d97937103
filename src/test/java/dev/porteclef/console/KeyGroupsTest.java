package dev.porteclef.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.key.Headline;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Keys that stand alike are told together, on both databases.
@Timeout(60)
class KeyGroupsTest {

    private static final ExchangeId BITFINEX = new ExchangeId("bitfinex");

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void keys_are_told_together_by_cause_and_exchange(TestDatabase server) {
        var world = new ListedKeys(server);
        var groups = new KeyGroups(world.jdbi(), new TurnableClock(ListedKeys.NOW));
        var anna = world.stated().customer();
        var ben = world.stated().customer();
        for (var minutes : List.of(20, 70, 80, 100)) {
            world.stated()
                    .key(minutes == 20 ? ben : anna)
                    .with("headline", "CREDENTIALS_REJECTED")
                    .with("cause", "ADDRESS_NOT_LISTED")
                    .with("headline_since", ListedKeys.NOW.minus(Duration.ofMinutes(minutes)))
                    .write();
        }
        world.stated()
                .key(ben)
                .with("headline", "CREDENTIALS_REJECTED")
                .with("cause", "DELETED")
                .with("environment", "PRACTICE")
                .with("headline_since", ListedKeys.NOW.minus(Duration.ofMinutes(5)))
                .write();
        world.stated()
                .key(ben)
                .with("headline", "MISSING_PERMISSION")
                .with("headline_since", ListedKeys.NOW.minus(Duration.ofDays(3)))
                .write();
        world.stated().key(anna).with("headline_since", ListedKeys.NOW).write();
        world.stated()
                .key(anna)
                .with("headline", "PAUSED")
                .with("headline_since", ListedKeys.NOW)
                .write();

        var today = world.within(() -> groups.since(ListedKeys.NOW.minus(Duration.ofHours(12))));
        assertThat(today)
                .containsExactly(
                        new KeyGroup(
                                Headline.CREDENTIALS_REJECTED,
                                LikelyCause.of("ADDRESS_NOT_LISTED").orElseThrow(),
                                BITFINEX,
                                Environment.LIVE,
                                4,
                                2,
                                ListedKeys.NOW.minus(Duration.ofMinutes(100)),
                                1,
                                3),
                        new KeyGroup(
                                Headline.CREDENTIALS_REJECTED,
                                LikelyCause.of("DELETED").orElseThrow(),
                                BITFINEX,
                                Environment.PRACTICE,
                                1,
                                1,
                                ListedKeys.NOW.minus(Duration.ofMinutes(5)),
                                1,
                                0));
        assertThat(today).extracting(KeyGroup::trend).containsExactly(-1, 1);
        var hour = world.within(() -> groups.since(ListedKeys.NOW.minus(Duration.ofHours(1))));
        assertThat(hour)
                .extracting(KeyGroup::keys)
                .as("only those of the last hour")
                .containsExactly(1, 1);
        assertThat(hour)
                .extracting(KeyGroup::hourBefore)
                .as("and what came before it all the same")
                .containsExactlyInAnyOrder(3, 0);
        var week = world.within(() -> groups.since(ListedKeys.NOW.minus(Duration.ofDays(7))));
        assertThat(week)
                .hasSize(3)
                .as("the first of two of the same size")
                .element(1)
                .satisfies(group -> {
                    assertThat(group.headline()).isEqualTo(Headline.MISSING_PERMISSION);
                    assertThat(group.cause()).isNull();
                    assertThat(group.trend()).isZero();
                });
    }
}
