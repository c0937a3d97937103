package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What a list of rights says is believed at once, and what it leaves out says nothing.
@Timeout(60)
class ListedRightsTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_right_that_nobody_knows_is_doubted_even_where_the_balance_stays_silent(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            assertThat(key.harmlessness()).isEqualTo(Harmlessness.PROVEN);
            fixture.bitfinex.answer(PERMISSIONS, 200, SPOT_RIGHTS.replaceFirst("\\[", "[[\"new_things\",1,1],"));
            fixture.bitfinex.answer(WALLETS, 503, "");
            var now = fixture.checked(key.id());
            assertThat(now.noVerdict()).isNotNull();
            assertThat(now.verdict()).isEqualTo(Verdict.Kind.ACCEPTED);
            assertThat(now.verdictAt()).isEqualTo(key.verdictAt());
            assertThat(now.harmlessness()).isEqualTo(Harmlessness.CANNOT_BE_PROVEN);
            assertThat(now.headline()).isEqualTo(Headline.CANNOT_BE_PROVEN);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_list_that_leaves_out_what_is_needed_turns_nothing_red(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            fixture.bitfinex.answer(PERMISSIONS, 200, SPOT_RIGHTS.replace("\"orders\"", "\"orders_v3\""));
            var now = fixture.checked(key.id());
            assertThat(now.verdict()).isEqualTo(Verdict.Kind.ACCEPTED);
            assertThat(now.noVerdict()).isEqualTo(Outcome.UNEXPECTED);
            assertThat(now.headline()).isEqualTo(Headline.CANNOT_BE_PROVEN);

            fixture.bitfinex.answer(PERMISSIONS, 200, "[[\"exchange\",\"USD\",1000]]");
            assertThat(fixture.checked(key.id()).verdict())
                    .as("another question's answer")
                    .isEqualTo(Verdict.Kind.ACCEPTED);
        }
    }
}
