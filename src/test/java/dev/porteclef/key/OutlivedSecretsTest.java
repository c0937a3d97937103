package dev.porteclef.key;

import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Secrets that are kept only until the exchange refuses them have an end.
@Timeout(60)
class OutlivedSecretsTest {

    /// Emptied after each test: what one leaves would be asked about in the next.
    private KeyFixtures fixtures = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);
    private final String oldKey = newKey();

    @AfterEach
    void stop() {
        fixtures.close();
        fixtures = new KeyFixtures();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_round_asks_no_more_than_a_few(TestDatabase database) {
        var fixture = fixtures.on(database);
        for (var customers = 0; customers < 3; customers++) {
            try (var _ = SignedIn.as(person(Role.CUSTOMER))) {
                for (var keys = 0; keys < 10; keys++) {
                    fixture.upkeep().reportLeak(fixture.connected(newKey()).id());
                }
            }
        }
        fixture.bitfinex.reset();
        fixture.clock.turnBy(Duration.ofDays(2));
        fixture.outlivedSecrets().seeOut();
        assertThat(fixture.bitfinex.askedFor()).hasSize(20).doesNotHaveDuplicates();
        fixture.outlivedSecrets().seeOut();
        assertThat(fixture.bitfinex.askedFor()).hasSize(30).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_crash_right_after_the_switch_is_made_up_for(TestDatabase database) {
        var fixture = fixtures.on(database);
        KeyId old;
        try (var _ = SignedIn.as(customer)) {
            old = fixture.connected(oldKey).id();
            fixture.replaced(old, newKey());
            // As if the process had ended before it asked about the old key: that answer never came.
            fixture.execute("update exchange_key set verdict_at = created_at where id = '" + old + "'");
            fixture.execute("delete from key_check where key_id = '" + old + "'");
            fixture.clock.turnBy(Duration.ofHours(25));
            fixture.bitfinex.refuse(oldKey);
        }
        try (var restarted = fixture.anotherNode()) {
            restarted.outlivedSecrets().seeOut();
        }
        try (var _ = SignedIn.as(customer)) {
            assertThat(fixture.found(old).life()).isEqualTo(Life.REVOKED);
            assertThat(fixture.ciphertexts(old)).isEmpty();
        }
    }
}
