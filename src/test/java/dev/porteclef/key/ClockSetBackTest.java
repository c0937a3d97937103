package dev.porteclef.key;

import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Verdict;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A clock that was ahead and is put right does not make anybody deaf to what the exchange says.
@Timeout(60)
class ClockSetBackTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_check_after_the_clock_was_set_back_counts(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        var apiKey = newKey();
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(apiKey);
            fixture.clock.turnBy(Duration.ofMinutes(-10));
            fixture.bitfinex.refuse(apiKey);
            assertThat(fixture.checked(key.id()).verdict()).isEqualTo(Verdict.Kind.CREDENTIALS_REJECTED);
            fixture.bitfinex.reset();
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(fixture.acts(customer.id()))
                    .containsExactly("KEY_CONNECTED", "VERDICT_CHANGED", "VERDICT_CHANGED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_leaked_key_is_seen_out_after_the_clock_was_set_back(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        var apiKey = newKey();
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(apiKey);
            fixture.upkeep().reportLeak(key.id());
            fixture.clock.turnBy(Duration.ofMinutes(-10));
            fixture.bitfinex.refuse(apiKey);
            assertThat(fixture.checked(key.id()).life()).isEqualTo(Life.REVOKED);
            assertThat(fixture.ciphertexts(key.id())).isEmpty();
        }
    }
}
