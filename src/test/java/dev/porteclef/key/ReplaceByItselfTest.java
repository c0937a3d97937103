package dev.porteclef.key;

import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is typed to replace a key, and the key that is pasted to replace itself.
@Timeout(60)
class ReplaceByItselfTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private static final Exchange BITFINEX = RealExchanges.bitfinex();

    private final SignedInUser customer = person(Role.CUSTOMER);
    private final String oldKey = newKey();

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_that_was_never_accepted_does_not_replace_itself(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.refuse(oldKey);
            var old = fixture.connected(oldKey);
            fixture.bitfinex.reset();
            assertThat(fixture.replace(old.id(), oldKey)).isEqualTo(new ConnectOutcome.AlreadyConnected(old));
            assertThat(fixture.found(old.id())).isEqualTo(old);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_replacement_leaves_what_is_typed_for_another_key_alone(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            var typed = new KeyDrafts.Typed(Environment.PRACTICE.name(), "Third bot", "margin", "ours");
            fixture.drafts().keep(BITFINEX, typed);
            fixture.drafts().keepReplacementLabel(BITFINEX, old.id(), "New bot");
            assertThat(fixture.drafts().replacementLabel(old.id())).contains("New bot");
            fixture.replaced(old.id(), newKey());
            assertThat(fixture.drafts().find(old.exchange())).contains(typed);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_name_is_kept_for_own_keys_only_and_never_a_secret(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        var drafts = fixture.drafts();
        ExchangeKey old;
        try (var _ = SignedIn.as(customer)) {
            old = fixture.connected(oldKey);
            drafts.keepReplacementLabel(BITFINEX, old.id(), "New bot");
            drafts.keepReplacementLabel(BITFINEX, old.id(), KeyFixture.SECRET);
            assertThat(drafts.replacementLabel(old.id())).isEmpty();
            drafts.keepReplacementLabel(BITFINEX, old.id(), "Night bot");
        }
        try (var _ = SignedIn.as(person(Role.CUSTOMER))) {
            assertThat(drafts.replacementLabel(old.id())).isEmpty();
            drafts.keepReplacementLabel(BITFINEX, old.id(), "Mine");
        }
        try (var _ = SignedIn.as(customer)) {
            assertThat(drafts.replacementLabel(old.id())).contains("Night bot");
            fixture.keys().delete(old.id());
            assertThat(drafts.replacementLabel(old.id())).isEmpty();
        }
    }
}
