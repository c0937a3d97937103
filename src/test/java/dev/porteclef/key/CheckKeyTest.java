package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Comparison;
import dev.porteclef.verification.Harmlessness;
import dev.porteclef.verification.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/// What a later check may change about a stored key, and who may have it made.
@Timeout(60)
class CheckKeyTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();
    private static final String ABLE_TO_WITHDRAW = SPOT_RIGHTS.replace("[\"withdraw\",0,0]", "[\"withdraw\",0,1]");

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void no_outage_ever_changes_a_verdict(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var green = fixture.connected(newKey());
            fixture.clock.turnBy(Duration.ofMinutes(1));
            var since = fixture.clock.instant();
            for (var silence : List.of(
                    new Silence(502, "<html>Bad gateway</html>", Outcome.NOT_ITS_ANSWER),
                    new Silence(429, "[\"error\",11010,\"ratelimit: error\"]", Outcome.RATE_LIMITED),
                    new Silence(500, "[\"error\",20060,\"maintenance\"]", Outcome.MAINTENANCE),
                    new Silence(500, "[\"error\",11000,\"ready: invalid\"]", Outcome.TEMPORARY),
                    new Silence(500, "[\"error\",10020,\"limit: invalid\"]", Outcome.OUR_FAULT),
                    new Silence(500, "[\"error\",null,\"?\"]", Outcome.UNEXPECTED))) {
                for (var path : List.of(PERMISSIONS, WALLETS)) {
                    fixture.bitfinex.reset();
                    fixture.bitfinex.answer(path, silence.status(), silence.body());
                    fixture.clock.turnBy(Duration.ofMinutes(1));
                    var now = fixture.checked(green.id());
                    assertThat(now)
                            .extracting(
                                    ExchangeKey::verdict,
                                    ExchangeKey::verdictCode,
                                    ExchangeKey::verdictAt,
                                    ExchangeKey::harmlessness,
                                    ExchangeKey::report,
                                    ExchangeKey::life)
                            .containsExactly(
                                    green.verdict(),
                                    null,
                                    green.verdictAt(),
                                    green.harmlessness(),
                                    green.report(),
                                    Life.ACTIVE);
                    assertThat(now.noVerdict()).isEqualTo(silence.outcome());
                    assertThat(now.noVerdictSince()).isEqualTo(since.plus(Duration.ofMinutes(1)));
                    assertThat(now.checkedAt()).isEqualTo(fixture.clock.instant());
                    assertThat(now.headline()).isEqualTo(Headline.LAST_VERDICT_STAYS);
                }
            }
            assertThat(fixture.rowsOf(green.id(), "key_check")).isEqualTo(13);

            fixture.bitfinex.reset();
            assertThat(fixture.checked(green.id())).satisfies(again -> {
                assertThat(again.headline()).isEqualTo(Headline.ACCEPTED);
                assertThat(again.noVerdict()).isNull();
                assertThat(again.noVerdictSince()).isNull();
                assertThat(again.verdictAt()).isEqualTo(fixture.clock.instant());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_red_key_stays_red_through_an_outage_too(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            fixture.bitfinex.answer(PERMISSIONS, 500, "[\"error\",10100,\"apikey: invalid\"]");
            assertThat(fixture.checked(key.id())).satisfies(red -> {
                assertThat(red.headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
                assertThat(red.harmlessness()).isEqualTo(Harmlessness.CANNOT_BE_PROVEN);
            });
            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.CREDENTIALS_REJECTED);
            assertThat(fixture.ciphertexts(key.id())).hasSize(2);
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED", "VERDICT_CHANGED", "KEY_CHECKED");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_in_doubt_learns_what_a_later_check_without_a_verdict_was_told(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(PERMISSIONS, 502, "");
            var doubtful = fixture.connected(newKey());
            fixture.bitfinex.reset();
            fixture.bitfinex.answer(WALLETS, 502, "");
            var less = fixture.checked(doubtful.id());
            assertThat(less.verdict()).isNull();
            assertThat(less.harmlessness()).isEqualTo(Harmlessness.PROVEN);
            assertThat(less.report().granted()).isNotNull();
            assertThat(less.noVerdictSince()).isEqualTo(doubtful.noVerdictSince());
            assertThat(less.headline()).isEqualTo(Headline.NO_VERDICT);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_stored_key_that_can_withdraw_now_is_paused_and_its_secrets_are_destroyed(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var key = fixture.connected(apiKey);
            fixture.bitfinex.answer(PERMISSIONS, 200, ABLE_TO_WITHDRAW);
            var found = fixture.checked(key.id());
            assertThat(found.life()).isEqualTo(Life.PAUSED);
            assertThat(found.harmlessness()).isEqualTo(Harmlessness.FORBIDDEN);
            assertThat(found.headline()).isEqualTo(Headline.REFUSED);
            assertThat(found.label()).isEqualTo("My bot");
            assertThat(fixture.ciphertexts(key.id())).isEmpty();
            assertThat(fixture.isRecognisable(key.id())).isFalse();
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED", "KEY_REFUSED");
            assertThat(fixture.keys().check(key.id(), _ -> {})).isInstanceOf(CheckOutcome.NotCheckable.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void boxes_taken_away_turn_a_key_red_and_given_back_green(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            fixture.bitfinex.answer(PERMISSIONS, 200, SPOT_RIGHTS.replace("[\"orders\",1,1]", "[\"orders\",1,0]"));
            assertThat(fixture.checked(key.id())).satisfies(red -> {
                assertThat(red.verdict()).isEqualTo(Verdict.Kind.MISSING_PERMISSION);
                assertThat(red.report().comparison())
                        .extracting(Comparison::missing)
                        .isEqualTo(List.of("orders.write"));
                assertThat(red.version()).isEqualTo(key.version() + 1);
            });
            fixture.bitfinex.reset();
            assertThat(fixture.checked(key.id()).headline()).isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_deleted_during_its_check_stays_deleted(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            var deleted = new AtomicBoolean();
            assertThat(fixture.keys().check(key.id(), _ -> {
                        if (deleted.compareAndSet(false, true)) {
                            fixture.keys().delete(key.id());
                        }
                    }))
                    .isInstanceOf(CheckOutcome.NotCheckable.class);
            assertThat(fixture.keys().own()).isEmpty();
            assertThat(fixture.rowsOf(key.id(), "key_secret")).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_check_of_a_pair_that_was_replaced_meanwhile_says_nothing_about_the_new_one(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer);
                var another = pair(newKey())) {
            fixture.bitfinex.answer(PERMISSIONS, 500, "[\"error\",10100,\"apikey: invalid\"]");
            var rejected = fixture.connected(newKey());
            var replaced = new AtomicBoolean();
            assertThat(fixture.keys().check(rejected.id(), _ -> {
                        if (replaced.compareAndSet(false, true)) {
                            fixture.bitfinex.reset();
                            fixture.keys().connect(KeyFixture.draft("New"), another, rejected.id(), _ -> {});
                            fixture.bitfinex.answer(PERMISSIONS, 500, "[\"error\",10100,\"apikey: invalid\"]");
                        }
                    }))
                    .isInstanceOf(CheckOutcome.NotCheckable.class);
            assertThat(fixture.keys().own())
                    .singleElement()
                    .extracting(ExchangeKey::headline)
                    .isEqualTo(Headline.ACCEPTED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void somebody_elses_key_is_not_there(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        ExchangeKey theirs;
        try (var _ = SignedIn.as(customer)) {
            theirs = fixture.connected(newKey());
        }
        fixture.bitfinex.reset();
        var stranger = person(Role.CUSTOMER);
        try (var _ = SignedIn.as(stranger)) {
            assertThat(fixture.keys().find(theirs.id())).isEmpty();
            assertThat(fixture.keys().own()).isEmpty();
            assertThat(fixture.keys().check(theirs.id(), _ -> {})).isInstanceOf(CheckOutcome.NotCheckable.class);
            fixture.keys().delete(theirs.id());
            assertThat(fixture.bitfinex.asked()).isEmpty();
            assertThat(fixture.acts(stranger.id())).isEmpty();
        }
        try (var _ = SignedIn.as(customer)) {
            assertThat(fixture.keys().find(theirs.id())).contains(theirs);
            assertThat(fixture.ciphertexts(theirs.id())).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void deleting_destroys_the_secrets_and_stays_on_record(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            var key = fixture.connected(apiKey);
            fixture.keys().delete(key.id());
            fixture.keys().delete(key.id());
            assertThat(fixture.keys().own()).isEmpty();
            assertThat(fixture.rowsOf(key.id(), "key_secret")).isZero();
            assertThat(fixture.rowsOf(key.id(), "key_check")).isZero();
            assertThat(fixture.acts(customer.id())).containsExactly("KEY_CONNECTED", "KEY_DELETED");
            assertThat(fixture.connect(apiKey)).as("it may come again").isInstanceOf(ConnectOutcome.Connected.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoever_is_no_customer_is_refused_everything(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        ExchangeKey key;
        try (var _ = SignedIn.as(customer)) {
            key = fixture.connected(newKey());
        }
        var keys = fixture.keys();
        var drafts = fixture.drafts();
        List<ThrowingCallable> everything = List.of(
                keys::own,
                () -> keys.find(key.id()),
                () -> fixture.connect(newKey()),
                () -> keys.check(key.id(), _ -> {}),
                () -> keys.delete(key.id()),
                () -> drafts.find(key.exchange()),
                () -> drafts.keep(RealExchanges.bitfinex(), new KeyDrafts.Typed("PRACTICE", "", "spot", "ours")),
                () -> drafts.forget(key.exchange()));
        try (var _ = SignedIn.as(person(Role.SUPPORT, Role.EDITOR, Role.ADMIN))) {
            assertThat(everything).allSatisfy(act -> assertThatThrownBy(act).isInstanceOf(AccessDeniedException.class));
        }
        assertThat(everything)
                .allSatisfy(
                        act -> assertThatThrownBy(act).isInstanceOf(AuthenticationCredentialsNotFoundException.class));
    }

    private record Silence(int status, String body, Outcome outcome) {}
}
