package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.REJECTED;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A check keeps how the key fell with it, once each time it falls, and how long the exchange took.
@Timeout(60)
class NewFailureTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_falls_once_until_it_has_stood_again(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(person(Role.CUSTOMER))) {
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var key = fixture.connected(newKey());
            check(fixture, key.id());
            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            check(fixture, key.id());
            fixture.bitfinex.reset();
            check(fixture, key.id());
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            check(fixture, key.id());

            assertThat(failures(fixture, key.id()))
                    .as("refused, still refused, no answer, accepted, refused again")
                    .containsExactly(
                            "CREDENTIALS_REJECTED by WRONG_PAIR", "–", "–", "–", "CREDENTIALS_REJECTED by DELETED");
            int answered = fixture.database
                    .jdbi()
                    .withHandle(handle -> handle.createQuery(
                                    "select count(*) from key_check where key_id = :id and took >= 0")
                            .bind("id", key.id())
                            .mapTo(Integer.class)
                            .one());
            assertThat(answered).as("be it with an error").isEqualTo(5);
        }
    }

    private static void check(KeyFixture fixture, KeyId key) {
        fixture.clock.turnBy(Duration.ofMinutes(1));
        fixture.checked(key);
    }

    private static List<String> failures(KeyFixture fixture, KeyId key) {
        return fixture.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("""
                        select coalesce(failed_as || ' by ' || failed_by, '–')
                        from key_check
                        where key_id = :id
                        order by at
                        """)
                        .bind("id", key)
                        .mapTo(String.class)
                        .list());
    }
}
