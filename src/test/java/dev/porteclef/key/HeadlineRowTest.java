package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a key amounts to stands in its row, since when it does, and follows it.
@Timeout(60)
class HeadlineRowTest {

    /// Public for Jdbi's sake, within a class that is not.
    public record Row(String headline, Optional<String> cause, Instant since) {}

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void it_is_written_with_every_change_and_dated_where_it_is_another(TestDatabase server) {
        try (var world = new KeyFixture(server);
                var _ = SignedIn.as(KeyFixture.person(Role.CUSTOMER))) {
            var key = world.connected(KeyFixture.newKey());
            var connected = row(world, key);
            assertThat(connected.headline()).isEqualTo("ACCEPTED");
            assertThat(connected.cause()).isEmpty();
            assertThat(connected.since()).isEqualTo(key.checkedAt());

            world.clock.turnBy(Duration.ofHours(1));
            assertThat(world.checked(key.id()).headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(row(world, key).since()).as("the same again").isEqualTo(connected.since());

            world.clock.turnBy(Duration.ofHours(1));
            var paused = world.upkeep().pause(key.id()).orElseThrow();
            assertThat(row(world, key))
                    .isEqualTo(new Row(
                            "PAUSED", Optional.empty(), paused.standing().since()));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_refusal_has_its_likeliest_cause(TestDatabase server) {
        try (var world = new KeyFixture(server);
                var _ = SignedIn.as(KeyFixture.person(Role.CUSTOMER))) {
            var apiKey = KeyFixture.newKey();
            var key = world.connected(apiKey);
            world.bitfinex.refuse(apiKey);
            var refused = world.checked(key.id());
            assertThat(row(world, key).headline()).isEqualTo("CREDENTIALS_REJECTED");
            assertThat(row(world, key).cause())
                    .contains(Objects.requireNonNull(refused.report().diagnosis())
                            .first()
                            .cause()
                            .name());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_replaced_key_without_its_secret_is_only_replaced(TestDatabase server) {
        try (var world = new KeyFixture(server);
                var _ = SignedIn.as(KeyFixture.person(Role.CUSTOMER))) {
            var old = world.connected(KeyFixture.newKey());
            world.replaced(old.id(), KeyFixture.newKey());
            assertThat(row(world, old).headline()).isEqualTo("REPLACED_STILL_ACCEPTED");
            world.clock.turnBy(Standing.KEPT_OUT_OF_USE);
            world.outlivedSecrets().seeOut();
            assertThat(row(world, old).headline()).isEqualTo("REPLACED");
            assertThat(world.found(old.id()).headline()).isEqualTo(Headline.REPLACED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_an_older_version_has_written_is_filled_in(TestDatabase server) {
        try (var world = new KeyFixture(server);
                var _ = SignedIn.as(KeyFixture.person(Role.CUSTOMER))) {
            var key = world.connected(KeyFixture.newKey());
            var before = row(world, key);
            // As a node that knows of no headline writes: the row is another, what it amounts to is not told.
            world.execute("update exchange_key set version = version + 1, headline = 'PAUSED', cause = 'DELETED'");
            new UntoldHeadlines(world.database.jdbi()).fill();
            assertThat(row(world, key)).isEqualTo(before);
            assertThat(world.keys().find(key.id()).orElseThrow().version()).isEqualTo(key.version() + 1);
        }
    }

    private static Row row(KeyFixture world, ExchangeKey key) {
        return world.database
                .jdbi()
                .withHandle(handle -> handle.createQuery(
                                "select headline, cause, headline_since from exchange_key where id = :id")
                        .bind("id", key.id())
                        .map((row, context) -> new Row(
                                row.getString("headline"),
                                Optional.ofNullable(row.getString("cause")),
                                context.findColumnMapperFor(Instant.class)
                                        .orElseThrow()
                                        .map(row, "headline_since", context)))
                        .one());
    }
}
