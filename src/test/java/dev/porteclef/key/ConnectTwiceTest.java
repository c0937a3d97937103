package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.key.KeyFixture.draft;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.CheckKind;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The same key submitted twice at the same moment: a double click, two windows.
@Timeout(60)
class ConnectTwiceTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_new_key_sent_twice_at_once_becomes_one(TestDatabase database) throws Exception {
        var fixture = FIXTURES.on(database);
        var apiKey = newKey();
        var outcomes = twiceAtOnce(fixture, apiKey);
        assertThat(outcomes)
                .hasOnlyElementsOfTypes(ConnectOutcome.Connected.class, ConnectOutcome.AlreadyConnected.class)
                .hasAtLeastOneElementOfType(ConnectOutcome.AlreadyConnected.class);
        try (var _ = SignedIn.as(customer)) {
            assertThat(fixture.keys().own()).singleElement().satisfies(key -> {
                assertThat(fixture.ciphertexts(key.id())).hasSize(2);
                assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.ACCEPTED);
            });
        }
        assertThat(fixture.acts(customer.id())).startsWith("KEY_CONNECTED").containsOnlyOnce("KEY_CONNECTED");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_second_try_that_was_overtaken_does_not_replace_what_was_accepted(TestDatabase database) throws Exception {
        var fixture = FIXTURES.on(database);
        var apiKey = newKey();
        fixture.bitfinex.answer(PERMISSIONS, 500, "[\"error\",10100,\"apikey: invalid\"]");
        try (var _ = SignedIn.as(customer)) {
            fixture.connected(apiKey);
        }
        fixture.bitfinex.reset();
        var outcomes = twiceAtOnce(fixture, apiKey);
        assertThat(outcomes)
                .hasAtLeastOneElementOfType(ConnectOutcome.Connected.class)
                .hasAtLeastOneElementOfType(ConnectOutcome.AlreadyConnected.class);
        try (var _ = SignedIn.as(customer)) {
            assertThat(fixture.keys().own())
                    .singleElement()
                    .extracting(ExchangeKey::secretVersion)
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_stored_a_moment_ago_loses_its_secrets_when_the_second_try_finds_it_able_to_withdraw(
            TestDatabase database) {
        var fixture = FIXTURES.on(database);
        fixture.bitfinex.answerInTurn(
                PERMISSIONS,
                Given.of(200, SPOT_RIGHTS),
                Given.of(200, SPOT_RIGHTS.replace("[\"withdraw\",0,0]", "[\"withdraw\",0,1]")));
        var apiKey = newKey();
        try (var _ = SignedIn.as(customer);
                var credentials = pair(apiKey)) {
            var slow = fixture.keys().connect(draft("Slow"), credentials, null, check -> {
                if (check.kind() == CheckKind.FORMAT) {
                    fixture.connected(apiKey);
                }
            });
            assertThat(slow).isInstanceOf(ConnectOutcome.Refused.class);
            assertThat(fixture.keys().own()).singleElement().satisfies(key -> {
                assertThat(key.headline()).isEqualTo(Headline.REFUSED);
                assertThat(fixture.ciphertexts(key.id())).isEmpty();
                assertThat(fixture.isRecognisable(key.id())).isFalse();
            });
        }
    }

    /// Two threads of one customer, neither of which finds the other's key when it looks.
    private List<ConnectOutcome> twiceAtOnce(KeyFixture fixture, String apiKey) throws Exception {
        var bothLooked = new CyclicBarrier(2);
        Callable<ConnectOutcome> attempt = () -> {
            try (var _ = SignedIn.as(customer);
                    var credentials = pair(apiKey)) {
                return fixture.keys().connect(draft("Twice"), credentials, null, check -> {
                    if (check.kind() == CheckKind.FORMAT) {
                        await(bothLooked);
                    }
                });
            }
        };
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(attempt);
            var second = threads.submit(attempt);
            return List.of(first.get(), second.get());
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
            throw new AssertionError("the other thread did not come", e);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void too_many_checks_are_not_sent(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            for (var check = 0; check < Limit.CHECK_KEY.capacity(); check++) {
                fixture.checked(key.id());
            }
            var asked = fixture.bitfinex.asked().size();
            assertThat(fixture.keys().check(key.id(), _ -> {})).isInstanceOf(CheckOutcome.TooManyTries.class);
            assertThat(fixture.bitfinex.asked()).hasSize(asked);
        }
    }
}
