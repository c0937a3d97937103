package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ABLE_TO_WITHDRAW;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WITHOUT_ORDERS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A new key takes the place of an old one, which goes on working until then.
@Timeout(60)
class ReplaceKeyTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);
    private final String oldKey = newKey();
    private final String newKey = newKey();

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void once_the_new_key_is_accepted_the_old_one_is_asked_about_and_its_secret_destroyed(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            fixture.clock.turnBy(Duration.ofDays(80));
            fixture.bitfinex.refuse(oldKey);
            var replaced = fixture.replaced(old.id(), newKey);

            assertThat(fixture.bitfinex.askedFor()).containsExactly(oldKey, newKey, oldKey);
            assertThat(replaced.key().life()).isEqualTo(Life.ACTIVE);
            assertThat(replaced.key().headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(replaced.key().standing().replaces()).isEqualTo(old.id());
            assertThat(replaced.key()).isEqualTo(fixture.found(replaced.key().id()));
            assertThat(replaced.old()).isEqualTo(fixture.found(old.id()));
            assertThat(replaced.old().life()).isEqualTo(Life.REVOKED);
            assertThat(replaced.old().verdictCode()).isEqualTo("10100");
            assertThat(replaced.old().standing().destroyBy()).isNull();
            assertThat(replaced.old().isReplaceable()).isFalse();
            assertThat(fixture.ciphertexts(old.id())).isEmpty();
            assertThat(fixture.ciphertexts(replaced.key().id())).hasSize(2);
            assertThat(fixture.upkeep().history(old.id())).hasSize(2);
            assertThat(fixture.upkeep().history(replaced.key().id())).hasSize(1);
            assertThat(fixture.upkeep().successorOf(old.id())).contains(replaced.key());
            assertThat(fixture.acts(customer.id()))
                    .containsExactly("KEY_CONNECTED", "KEY_CONNECTED", "KEY_REPLACED", "KEY_REVOKED");
            assertThat(fixture.told.of(old.id())).containsExactly(Headline.ACCEPTED, Headline.REVOKED);
            assertThat(fixture.connect(oldKey)).isInstanceOf(ConnectOutcome.AlreadyConnected.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_old_key_that_is_still_accepted_is_kept_a_fortnight_and_asked_again(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            var replaced = fixture.replaced(old.id(), newKey);
            assertThat(replaced.old().life()).isEqualTo(Life.REPLACED);
            assertThat(replaced.old().headline()).isEqualTo(Headline.REPLACED_STILL_ACCEPTED);
            assertThat(replaced.old().standing().destroyBy())
                    .isEqualTo(fixture.clock.instant().plus(Duration.ofDays(14)));
            assertThat(fixture.ciphertexts(old.id())).hasSize(2);

            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            assertThat(fixture.checked(old.id()).headline()).isEqualTo(Headline.REPLACED_STILL_ACCEPTED);
            fixture.bitfinex.refuse(oldKey);
            assertThat(fixture.checked(old.id()).headline()).isEqualTo(Headline.REVOKED);
            assertThat(fixture.ciphertexts(old.id())).isEmpty();
            assertThat(fixture.keys().check(old.id(), _ -> {})).isInstanceOf(CheckOutcome.NotCheckable.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void without_a_verdict_on_the_old_key_nothing_is_said_about_it(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            fixture.clock.turnBy(Duration.ofDays(1));
            fixture.bitfinex.answer(
                    PERMISSIONS,
                    call -> call.apiKey().equals(oldKey)
                            ? Given.of(503, "")
                            : Given.of(200, StagedBitfinex.SPOT_RIGHTS));
            var replaced = fixture.replaced(old.id(), newKey);
            assertThat(replaced.old().headline()).isEqualTo(Headline.REPLACED);
            assertThat(replaced.old().verdictAt()).isEqualTo(old.verdictAt());
            assertThat(replaced.old().noVerdict()).isNotNull();
            assertThat(fixture.ciphertexts(old.id())).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_old_key_that_cannot_be_opened_any_more_does_not_undo_the_switch(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            fixture.execute("delete from key_secret where field = 'apiSecret' and key_id = '" + old.id() + "'");
            var replaced = fixture.replaced(old.id(), newKey);
            assertThat(replaced.old().life()).isEqualTo(Life.REPLACED);
            assertThat(replaced.key().life()).isEqualTo(Life.ACTIVE);

            var third = newKey();
            fixture.bitfinex.answerByKey(Map.of(third, WITHOUT_ORDERS));
            var draft = fixture.drafted(replaced.key().id(), third);
            fixture.execute("delete from key_secret where field = 'apiSecret' and key_id = '"
                    + replaced.key().id() + "'");
            fixture.bitfinex.reset();
            assertThat(fixture.checked(draft.id()).life()).isEqualTo(Life.ACTIVE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_new_key_that_is_not_accepted_waits_while_the_old_one_works_on(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            fixture.bitfinex.answerByKey(Map.of(newKey, WITHOUT_ORDERS));
            var draft = fixture.drafted(old.id(), newKey);
            assertThat(draft.life()).isEqualTo(Life.DRAFT);
            assertThat(draft.headline()).isEqualTo(Headline.MISSING_PERMISSION);
            assertThat(fixture.found(old.id())).isEqualTo(old);
            assertThat(fixture.checked(old.id()).headline()).isEqualTo(Headline.ACCEPTED);
            assertThat(fixture.checked(draft.id()).life()).isEqualTo(Life.DRAFT);
            assertThat(fixture.upkeep().successorOf(old.id()).map(ExchangeKey::id))
                    .contains(draft.id());

            fixture.bitfinex.refuse(oldKey);
            assertThat(fixture.checked(draft.id()).life()).isEqualTo(Life.ACTIVE);
            assertThat(fixture.bitfinex.askedFor()).endsWith(newKey, oldKey);
            assertThat(fixture.found(old.id()).life()).isEqualTo(Life.REVOKED);
            assertThat(fixture.acts(customer.id())).containsOnlyOnce("KEY_REPLACED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void another_try_takes_the_place_of_the_draft(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            var first = newKey();
            fixture.bitfinex.refuse(first);
            var draft = fixture.drafted(old.id(), first);
            assertThat(draft.headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
            assertThat(fixture.replace(old.id(), newKey, draft.id()))
                    .isInstanceOfSatisfying(ConnectOutcome.Replaced.class, replaced -> {
                        assertThat(replaced.key().id()).isEqualTo(draft.id());
                        assertThat(replaced.key().life()).isEqualTo(Life.ACTIVE);
                    });
            assertThat(fixture.keys().own()).hasSize(2);
            assertThat(fixture.upkeep().history(draft.id())).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_key_waits_for_the_place_of_another_and_not_two(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            var first = newKey();
            fixture.bitfinex.answerByKey(Map.of(first, WITHOUT_ORDERS));
            var draft = fixture.drafted(old.id(), first);
            assertThat(draft.headline()).isEqualTo(Headline.MISSING_PERMISSION);
            assertThat(fixture.replace(old.id(), newKey, draft.id()))
                    .isInstanceOfSatisfying(
                            ConnectOutcome.Replaced.class,
                            replaced -> assertThat(replaced.key().id()).isEqualTo(draft.id()));
            assertThat(fixture.keys().own()).extracting(ExchangeKey::life).doesNotContain(Life.DRAFT);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_new_key_that_can_withdraw_is_refused_and_the_old_one_works_on(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            fixture.bitfinex.answerByKey(Map.of(newKey, ABLE_TO_WITHDRAW));
            assertThat(fixture.replace(old.id(), newKey))
                    .isInstanceOfSatisfying(
                            ConnectOutcome.Refused.class,
                            refused -> assertThat(
                                            fixture.ciphertexts(refused.key().id()))
                                    .isEmpty());
            assertThat(fixture.found(old.id())).isEqualTo(old);
            assertThat(fixture.upkeep().successorOf(old.id()))
                    .as("a refused key succeeds nobody")
                    .isEmpty();

            var third = newKey();
            fixture.bitfinex.answerByKey(Map.of(third, WITHOUT_ORDERS));
            var draft = fixture.drafted(old.id(), third);
            fixture.bitfinex.answerByKey(Map.of(third, ABLE_TO_WITHDRAW));
            assertThat(fixture.checked(draft.id()).headline()).isEqualTo(Headline.REFUSED);
            assertThat(fixture.found(old.id())).isEqualTo(old);
            assertThat(fixture.upkeep().successorOf(old.id())).isEmpty();
            assertThat(fixture.acts(customer.id())).doesNotContain("KEY_REPLACED");
        }
    }
}
