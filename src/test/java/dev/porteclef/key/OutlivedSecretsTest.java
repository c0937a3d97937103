package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Secrets that are kept only until the exchange refuses them have an end.
@Timeout(60)
class OutlivedSecretsTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);
    private final String oldKey = newKey();

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void after_a_fortnight_secrets_are_destroyed_whatever_the_answers(TestDatabase database) {
        var fixture = empty(database);
        var ended = new ArrayList<KeyId>();
        try (var _ = SignedIn.as(customer)) {
            var old = fixture.connected(oldKey);
            fixture.replaced(old.id(), newKey());
            var leaked = fixture.connected(newKey());
            fixture.upkeep().reportLeak(leaked.id());
            var both = fixture.connected(newKey());
            fixture.upkeep().reportLeak(both.id());
            fixture.replaced(both.id(), newKey());
            ended.addAll(List.of(old.id(), leaked.id(), both.id()));
        }
        fixture.bitfinex.answer(PERMISSIONS, 503, "");
        fixture.clock.turnBy(Standing.KEPT_OUT_OF_USE.minusMillis(1));
        fixture.outlivedSecrets().seeOut();
        ended.forEach(id -> assertThat(fixture.ciphertexts(id)).hasSize(2));
        var asked = fixture.bitfinex.asked().size();
        fixture.clock.turnBy(Duration.ofMillis(1));
        fixture.outlivedSecrets().seeOut();
        fixture.outlivedSecrets().seeOut();
        assertThat(fixture.bitfinex.asked()).hasSize(asked);
        try (var _ = SignedIn.as(customer)) {
            for (var id : ended) {
                assertThat(fixture.ciphertexts(id)).isEmpty();
                assertThat(fixture.found(id).standing().destroyBy()).isNull();
                assertThat(fixture.upkeep().resume(id)).isEmpty();
                assertThat(fixture.keys().check(id, _ -> {})).isInstanceOf(CheckOutcome.NotCheckable.class);
            }
            assertThat(fixture.found(ended.getFirst()).headline()).isEqualTo(Headline.REPLACED);
            assertThat(fixture.found(ended.getLast()).headline()).isEqualTo(Headline.LEAKED);
            assertThat(fixture.keys().own()).filteredOn(ExchangeKey::sealed).hasSize(2);
        }
        assertThat(fixture.ownActs(customer.id()))
                .filteredOn("SECRET_DESTROYED"::equals)
                .hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_cannot_be_asked_does_not_stop_the_others(TestDatabase database) {
        var fixture = empty(database);
        try (var _ = SignedIn.as(customer)) {
            for (var stuck = 0; stuck < 20; stuck++) {
                var key = fixture.connected(newKey());
                fixture.upkeep().reportLeak(key.id());
                fixture.execute(
                        stuck % 2 == 0
                                ? "delete from key_secret where field = 'apiSecret' and key_id = '" + key.id() + "'"
                                : "update exchange_key set environment = 'LIVE', exchange = 'gone' where id = '"
                                        + key.id() + "'");
                fixture.clock.turnBy(Duration.ofMinutes(1));
            }
            fixture.upkeep().reportLeak(fixture.connected(oldKey).id());
        }
        try (var _ = SignedIn.as(customer)) {
            fixture.clock.turnBy(Standing.KEPT_OUT_OF_USE);
            fixture.outlivedSecrets().seeOut();
            assertThat(fixture.rows("key_secret")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void several_nodes_at_once_do_no_harm(TestDatabase database) throws Exception {
        var fixture = empty(database);
        ExchangeKey ended;
        try (var _ = SignedIn.as(customer)) {
            ended = fixture.connected(newKey());
            fixture.upkeep().reportLeak(ended.id());
        }
        fixture.clock.turnBy(Standing.KEPT_OUT_OF_USE);
        var start = new CyclicBarrier(3);
        try (var second = fixture.anotherNode();
                var third = fixture.anotherNode();
                var threads = Executors.newFixedThreadPool(3)) {
            var rounds = List.of(fixture, second, third).stream()
                    .map(node -> threads.submit(() -> {
                        start.await(20, TimeUnit.SECONDS);
                        node.outlivedSecrets().seeOut();
                        return node;
                    }))
                    .toList();
            for (var round : rounds) {
                round.get();
            }
        }
        try (var _ = SignedIn.as(customer)) {
            assertThat(fixture.ciphertexts(ended.id())).isEmpty();
        }
        assertThat(fixture.acts(customer.id())).containsOnlyOnce("SECRET_DESTROYED");
    }

    /// No keys of earlier tests, which would be asked about, too.
    private static KeyFixture empty(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        fixture.execute("delete from exchange_key");
        return fixture;
    }
}
