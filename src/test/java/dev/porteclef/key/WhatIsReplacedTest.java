package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ABLE_TO_WITHDRAW;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.CheckKind;
import dev.porteclef.verification.Verdict;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Which keys can be replaced, and what they are afterwards.
@Timeout(60)
class WhatIsReplacedTest {

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
    void the_same_key_is_no_replacement_of_itself(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            assertThat(fixture.replace(old.id(), oldKey)).isInstanceOf(ConnectOutcome.AlreadyConnected.class);
            assertThat(fixture.found(old.id())).isEqualTo(old);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_that_got_the_same_pair_meanwhile_is_not_replaced_by_it(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer);
                var pair = pair(newKey)) {
            fixture.bitfinex.refuse(oldKey, newKey);
            var old = fixture.connected(oldKey);
            var outcome = fixture.keys().replace(old.id(), KeyFixture.draft("New"), pair, null, check -> {
                if (check.kind() == CheckKind.FORMAT) {
                    fixture.keys().connect(KeyFixture.draft("Again"), pair, old.id(), _ -> {});
                    fixture.bitfinex.reset();
                }
            });
            assertThat(outcome).isInstanceOf(ConnectOutcome.Connected.class);
            assertThat(fixture.keys().own()).singleElement().satisfies(key -> {
                assertThat(key.id()).isEqualTo(old.id());
                assertThat(key.headline()).isEqualTo(Headline.ACCEPTED);
                assertThat(key.life()).isEqualTo(Life.ACTIVE);
                assertThat(key.standing().replaces()).isNull();
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_try_never_takes_the_place_of_the_key_it_is_to_replace(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.refuse(oldKey, newKey);
            var old = fixture.connected(oldKey);
            var draft = ((ConnectOutcome.Connected) fixture.replace(old.id(), newKey, old.id())).key();
            assertThat(draft.id()).isNotEqualTo(old.id());
            assertThat(fixture.found(old.id())).isEqualTo(old);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_is_not_there_or_not_alike_is_not_replaced_and_nothing_is_sent(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        ExchangeKey theirs;
        try (var _ = SignedIn.as(person(Role.CUSTOMER))) {
            theirs = fixture.connected(newKey());
        }
        try (var _ = SignedIn.as(customer);
                var credentials = pair(newKey);
                var testbourse = KeyFixture.testboursePair()) {
            var replaced = fixture.connected(newKey());
            var deleted = fixture.connected(newKey());
            var live = fixture.connected(newKey());
            fixture.replaced(replaced.id(), newKey());
            fixture.keys().delete(deleted.id());
            fixture.execute("update exchange_key set environment = 'LIVE' where id = '" + live.id() + "'");
            fixture.bitfinex.reset();
            for (var old : new KeyId[] {theirs.id(), replaced.id(), deleted.id(), live.id()}) {
                assertThat(fixture.replace(old, newKey)).isInstanceOf(ConnectOutcome.NothingToReplace.class);
            }
            assertThat(fixture.keys().replace(live.id(), KeyFixture.testbourseDraft(), testbourse, null, _ -> {}))
                    .isInstanceOf(ConnectOutcome.NothingToReplace.class);
            var other = new KeyDraft(StagedBitfinex.ID, Environment.LIVE, "Live", Strategy.of("spot"), "ours");
            assertThat(fixture.keys().replace(fixture.connected(newKey()).id(), other, credentials, null, _ -> {}))
                    .as("practice is not live")
                    .isInstanceOf(ConnectOutcome.NothingToReplace.class);
            assertThat(fixture.bitfinex.askedFor()).hasSize(1).doesNotContain(newKey);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_paused_a_leaked_and_a_withdrawing_key_can_be_replaced_once(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var paused = fixture.connected(newKey());
            fixture.upkeep().pause(paused.id());
            assertThat(fixture.replaced(paused.id(), newKey()).old().life()).isEqualTo(Life.REPLACED);

            var leaked = fixture.connected(newKey());
            fixture.upkeep().reportLeak(leaked.id());
            var after = fixture.replaced(leaked.id(), newKey()).old();
            assertThat(after.headline()).isEqualTo(Headline.LEAKED);
            assertThat(after.standing().destroyBy()).isNotNull();
            assertThat(after.isReplaceable()).isFalse();
            assertThat(fixture.upkeep().resume(leaked.id()))
                    .as("another is in use")
                    .isEmpty();
            assertThat(fixture.replace(leaked.id(), newKey())).isInstanceOf(ConnectOutcome.NothingToReplace.class);

            var greedy = fixture.connected(oldKey);
            fixture.bitfinex.answerByKey(Map.of(oldKey, ABLE_TO_WITHDRAW));
            fixture.checked(greedy.id());
            var before = fixture.replaced(greedy.id(), newKey()).old();
            assertThat(before.headline()).isEqualTo(Headline.REFUSED);
            assertThat(before.standing().destroyBy()).as("it is gone already").isNull();
            assertThat(before.isReplaceable()).isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_old_key_found_able_to_withdraw_after_the_switch_is_destroyed(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            fixture.bitfinex.answerByKey(Map.of(oldKey, ABLE_TO_WITHDRAW));
            var replaced = fixture.replaced(old.id(), newKey);
            assertThat(replaced.old().headline()).isEqualTo(Headline.REFUSED);
            assertThat(replaced.old().isReplaceable()).isFalse();
            assertThat(fixture.ciphertexts(old.id())).isEmpty();
            assertThat(replaced.key().life()).isEqualTo(Life.ACTIVE);
            assertThat(fixture.upkeep().resume(old.id())).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_leaked_key_revoked_while_its_successor_waits_stays_revoked(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            fixture.bitfinex.refuse(newKey);
            var draft = fixture.drafted(old.id(), newKey);
            fixture.upkeep().reportLeak(old.id());
            fixture.bitfinex.refuse(oldKey);
            assertThat(fixture.checked(old.id()).life()).isEqualTo(Life.REVOKED);
            assertThat(fixture.checked(draft.id()).life()).isEqualTo(Life.ACTIVE);
            assertThat(fixture.found(old.id())).satisfies(revoked -> {
                assertThat(revoked.life()).isEqualTo(Life.REVOKED);
                assertThat(revoked.verdict()).isEqualTo(Verdict.Kind.CREDENTIALS_REJECTED);
                assertThat(revoked.standing().destroyBy()).isNull();
                assertThat(revoked.isReplaceable()).isFalse();
            });
        }
    }
}
