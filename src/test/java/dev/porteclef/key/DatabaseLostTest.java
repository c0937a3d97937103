package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ONE_FUNDED_WALLET;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.LosableDatabase;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The database goes away in the middle of a verification and comes back: all of it was written, or nothing.
@Timeout(120)
class DatabaseLostTest {

    private static final String ABLE_TO_WITHDRAW = SPOT_RIGHTS.replace("[\"withdraw\",0,0]", "[\"withdraw\",0,1]");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void lost_after_the_last_answer_nothing_is_kept_and_the_same_key_can_be_connected_later(TestDatabase server)
            throws SQLException {
        try (var database = new LosableDatabase(server, folder);
                var fixture = new KeyFixture(server.on(database));
                var _ = SignedIn.as(person(Role.CUSTOMER))) {
            fixture.bitfinex.answer(WALLETS, _ -> {
                database.lose();
                return Given.of(200, ONE_FUNDED_WALLET);
            });
            var apiKey = newKey();
            assertTellsNothing(catchThrowable(() -> fixture.connect(apiKey)), apiKey);
            assertThat(fixture.bitfinex.paths()).containsExactly(PERMISSIONS, WALLETS);
            database.giveBack();
            assertThat(fixture.rows("exchange_key")).isZero();
            assertThat(fixture.rows("key_secret")).isZero();
            assertThat(fixture.rows("audit_event")).isZero();

            fixture.bitfinex.reset();
            var key = fixture.connected(apiKey);
            assertThat(key.headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void lost_before_a_nonce_is_written_the_exchange_is_not_asked(TestDatabase server) throws SQLException {
        try (var database = new LosableDatabase(server, folder);
                var fixture = new KeyFixture(server.on(database));
                var _ = SignedIn.as(person(Role.CUSTOMER))) {
            fixture.bitfinex.answer(PERMISSIONS, _ -> {
                database.lose();
                return Given.of(200, SPOT_RIGHTS);
            });
            var apiKey = newKey();
            assertTellsNothing(catchThrowable(() -> fixture.connect(apiKey)), apiKey);
            assertThat(fixture.bitfinex.paths()).as("no second question").containsExactly(PERMISSIONS);
            assertTellsNothing(catchThrowable(() -> fixture.connect(newKey())), apiKey);
            assertThat(fixture.bitfinex.asked()).as("nor a first one").hasSize(1);
            database.giveBack();
            assertThat(fixture.rows("exchange_key")).isZero();
            fixture.bitfinex.answer(PERMISSIONS, 200, SPOT_RIGHTS);
            assertThat(fixture.connected(apiKey).headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(fixture.bitfinex.asked())
                    .extracting(asked -> asked.header("bfx-apikey") + asked.nonce())
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void lost_at_any_step_of_connecting_a_key_is_there_whole_or_not_at_all(TestDatabase server) throws SQLException {
        sweep(server, (fixture, _) -> {}, (fixture, apiKey) -> fixture.connect(apiKey), (fixture, apiKey) -> {
            var own = fixture.keys().own();
            assertThat(own).hasSizeLessThanOrEqualTo(1).allSatisfy(key -> {
                assertWhole(fixture, key);
                assertThat(key.headline()).isEqualTo(Headline.ACCEPTED);
            });
            assertThat(fixture.connect(apiKey))
                    .as("the same key once more")
                    .isInstanceOf(
                            own.isEmpty() ? ConnectOutcome.Connected.class : ConnectOutcome.AlreadyConnected.class);
            assertThat(fixture.keys().own())
                    .singleElement()
                    .satisfies(key -> assertThat(fixture.checked(key.id()).headline())
                            .as("its secrets open")
                            .isEqualTo(Headline.ACCEPTED));
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void lost_at_any_step_of_refusing_a_key_no_secret_is_left(TestDatabase server) throws SQLException {
        sweep(
                server,
                (fixture, _) -> fixture.bitfinex.answer(PERMISSIONS, 200, ABLE_TO_WITHDRAW),
                (fixture, apiKey) -> fixture.connect(apiKey),
                (fixture, apiKey) -> {
                    assertThat(fixture.rows("key_secret")).isZero();
                    assertThat(fixture.keys().own())
                            .hasSizeLessThanOrEqualTo(1)
                            .allSatisfy(key -> assertWithoutSecret(fixture, key));
                    assertThat(fixture.connect(apiKey)).isInstanceOf(ConnectOutcome.Refused.class);
                    assertThat(fixture.rows("key_secret")).isZero();
                    fixture.keys().own().forEach(key -> fixture.keys().delete(key.id()));
                });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void lost_at_any_step_of_finding_a_key_able_to_withdraw_its_secrets_are_all_there_or_destroyed(TestDatabase server)
            throws SQLException {
        sweep(
                server,
                (fixture, apiKey) -> {
                    fixture.connected(apiKey);
                    fixture.bitfinex.answer(PERMISSIONS, 200, ABLE_TO_WITHDRAW);
                },
                (fixture, _) -> fixture.checked(only(fixture).id()),
                (fixture, _) -> {
                    var key = only(fixture);
                    if (key.life() == Life.ACTIVE) {
                        assertWhole(fixture, key);
                        assertThat(key.headline()).isEqualTo(Headline.ACCEPTED);
                        assertWithoutSecret(fixture, fixture.checked(key.id()));
                    } else {
                        assertWithoutSecret(fixture, key);
                    }
                });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void lost_at_any_step_of_deleting_a_key_is_there_whole_or_not_at_all(TestDatabase server) throws SQLException {
        sweep(
                server,
                (fixture, apiKey) -> fixture.connected(apiKey),
                (fixture, _) -> fixture.keys().delete(only(fixture).id()),
                (fixture, apiKey) -> {
                    fixture.keys().own().forEach(key -> assertWhole(fixture, key));
                    fixture.keys().own().forEach(key -> fixture.keys().delete(key.id()));
                    assertThat(fixture.rows("key_secret")).isZero();
                    assertThat(fixture.connect(apiKey)).isInstanceOf(ConnectOutcome.Connected.class);
                    fixture.keys().delete(only(fixture).id());
                });
    }

    /// Does `act` for somebody new as often as it has steps, each time losing the database at the next of them.
    private void sweep(TestDatabase server, Stage before, Stage act, Stage after) throws SQLException {
        try (var database = new LosableDatabase(server, folder);
                var fixture = new KeyFixture(server.on(database))) {
            var step = 0;
            for (var wasLost = true; wasLost; step++) {
                fixture.bitfinex.reset();
                fixture.clock.turnBy(Duration.ofHours(1));
                try (var _ = SignedIn.as(person(Role.CUSTOMER))) {
                    var apiKey = newKey();
                    before.play(fixture, apiKey);
                    database.loseAtStep(step);
                    var thrown = catchThrowable(() -> act.play(fixture, apiKey));
                    wasLost = database.isLost();
                    if (wasLost) {
                        assertTellsNothing(thrown, apiKey);
                    } else {
                        assertThat(thrown).isNull();
                    }
                    database.giveBack();
                    after.play(fixture, apiKey);
                }
            }
            assertThat(step).as("steps at which it was lost").isGreaterThan(4);
        }
    }

    private static ExchangeKey only(KeyFixture fixture) {
        return fixture.keys().own().getFirst();
    }

    private static void assertWhole(KeyFixture fixture, ExchangeKey key) {
        assertThat(key.life()).isEqualTo(Life.ACTIVE);
        assertThat(fixture.ciphertexts(key.id())).hasSize(2);
        assertThat(fixture.isRecognisable(key.id())).isTrue();
        assertThat(fixture.rowsOf(key.id(), "key_check")).isPositive();
        assertThat(fixture.acts(key.owner())).contains("KEY_CONNECTED");
    }

    private static void assertWithoutSecret(KeyFixture fixture, ExchangeKey key) {
        assertThat(key.headline()).isEqualTo(Headline.REFUSED);
        assertThat(fixture.ciphertexts(key.id())).isEmpty();
        assertThat(fixture.isRecognisable(key.id())).isFalse();
        assertThat(fixture.rowsOf(key.id(), "key_check")).isPositive();
        assertThat(fixture.acts(key.owner())).contains("KEY_REFUSED");
    }

    /// It failed, and whoever reads the log of that learns no credential.
    private static void assertTellsNothing(@Nullable Throwable thrown, String apiKey) {
        assertThat(thrown).isInstanceOfSatisfying(RuntimeException.class, failure -> {
            var told = new StringWriter();
            failure.printStackTrace(new PrintWriter(told));
            assertThat(told.toString()).doesNotContain(apiKey, KeyFixture.SECRET);
        });
    }

    @FunctionalInterface
    private interface Stage {

        void play(KeyFixture fixture, String apiKey);
    }
}
