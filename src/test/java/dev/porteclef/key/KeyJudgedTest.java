package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.REJECTED;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Others are told what became of a verification, in the transaction that wrote it: they and it stand or fall together.
@Timeout(60)
class KeyJudgedTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void every_verification_that_a_customer_was_told_of_is_published(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var key = fixture.connected(newKey(), apiKey);
            fixture.keys().trySwapped(key.id(), _ -> {});
            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            fixture.checked(key.id());
            fixture.bitfinex.reset();
            fixture.keys().trySwapped(key.id(), _ -> {});
            fixture.checked(key.id());
            assertThat(fixture.told.of(key.id()))
                    .containsExactly(
                            Headline.CREDENTIALS_REJECTED,
                            Headline.CREDENTIALS_REJECTED,
                            Headline.CREDENTIALS_REJECTED,
                            Headline.ACCEPTED,
                            Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_a_listener_objects_to_has_not_happened(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            fixture.bitfinex.refuse(apiKey);
            var rejected = fixture.connected(apiKey, newKey());
            var old = fixture.connected(newKey());
            var sealed = fixture.sealed(rejected.id());
            var told = fixture.told.of(rejected.id());
            fixture.told.objects = true;
            List<Runnable> acts = List.of(
                    () -> fixture.connect(newKey()),
                    () -> fixture.replace(old.id(), newKey()),
                    () -> fixture.checked(old.id()),
                    () -> fixture.keys().trySwapped(rejected.id(), _ -> {}));
            for (var act : acts) {
                assertThatIllegalStateException().isThrownBy(act::run).withMessage("a listener failed");
            }
            assertThat(fixture.keys().own()).containsExactlyInAnyOrder(rejected, old);
            assertThat(fixture.sealed(rejected.id())).isEqualTo(sealed);
            assertThat(fixture.told.of(rejected.id())).isEqualTo(told);
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED", "KEY_CONNECTED");
        } finally {
            fixture.told.objects = false;
        }
    }
}
