package dev.porteclef.key;

import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One and the same refusal stands for a deleted key and for an address that is not listed: a key that was only thought
/// to be gone must find its way back.
@Timeout(60)
class RevokedOrNotTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);
    private final String apiKey = newKey();

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_leaked_key_that_is_refused_since_our_address_changed_is_asked_about_again(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(apiKey);
            fixture.upkeep().reportLeak(key.id());
            acceptedFrom(fixture, "203.0.113.7");
            fixture.bitfinex.refuse(apiKey);
            assertThat(fixture.checked(key.id()).life()).isEqualTo(Life.PAUSED);
            assertThat(fixture.ciphertexts(key.id())).hasSize(2);

            acceptedFrom(fixture, "51.38.112.198");
            assertThat(fixture.checked(key.id()).life()).isEqualTo(Life.REVOKED);
            assertThat(fixture.ciphertexts(key.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_that_was_not_gone_after_all_is_connected_once_more_in_its_own_place(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = revoked(fixture);
            assertThat(fixture.connect(apiKey))
                    .as("still refused")
                    .isInstanceOfSatisfying(
                            ConnectOutcome.AlreadyConnected.class,
                            known -> assertThat(known.key()).isEqualTo(fixture.found(key.id())));
            assertThat(fixture.found(key.id()).life()).isEqualTo(Life.REVOKED);
            assertThat(fixture.ciphertexts(key.id())).isEmpty();

            fixture.bitfinex.reset();
            fixture.clock.turnBy(Duration.ofDays(1));
            var back = fixture.connected(apiKey);
            assertThat(back.id()).isEqualTo(key.id());
            assertThat(back.headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(back.createdAt()).isEqualTo(fixture.clock.instant());
            assertThat(fixture.ciphertexts(key.id())).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_whose_place_another_has_taken_does_not_come_back(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(apiKey);
            fixture.bitfinex.refuse(apiKey);
            fixture.replaced(key.id(), newKey());
            assertThat(fixture.found(key.id()).life()).isEqualTo(Life.REVOKED);
            fixture.bitfinex.reset();
            assertThat(fixture.connect(apiKey)).isInstanceOf(ConnectOutcome.AlreadyConnected.class);
            assertThat(fixture.ciphertexts(key.id())).isEmpty();
        }
    }

    private ExchangeKey revoked(KeyFixture fixture) {
        var key = fixture.connected(apiKey);
        fixture.upkeep().reportLeak(key.id());
        fixture.bitfinex.refuse(apiKey);
        var gone = fixture.checked(key.id());
        assertThat(gone.life()).isEqualTo(Life.REVOKED);
        return gone;
    }

    private static void acceptedFrom(KeyFixture fixture, String address) {
        fixture.database
                .jdbi()
                .useHandle(handle -> handle.execute("update exchange_key set accepted_from = ?", address));
    }
}
