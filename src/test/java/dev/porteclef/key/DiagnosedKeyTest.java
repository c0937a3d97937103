package dev.porteclef.key;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.REJECTED;
import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static dev.porteclef.key.KeyFixture.testbourseDraft;
import static dev.porteclef.key.KeyFixture.testboursePair;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Cause;
import dev.porteclef.verification.Clue;
import dev.porteclef.verification.Diagnosis;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the portal itself has seen becomes the evidence behind a refusal, and is kept with it.
@Timeout(60)
class DiagnosedKeyTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_first_refusal_is_diagnosed_in_the_report_and_in_the_history(TestDatabase database) {
        var fixture = quiet(database);
        try (var _ = SignedIn.as(customer)) {
            var apiKey = newKey();
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var key = fixture.connected(apiKey);
            assertThat(diagnosis(key).first().cause()).isEqualTo(Cause.WRONG_PAIR);
            assertThat(diagnosis(key).offersSwap()).isTrue();
            assertThat(diagnosis(key).isToldApart()).isFalse();
            assertThat(clues(key)).containsExactly(Clue.USUAL_SHAPE);
            assertThat(fixture.upkeep().history(key.id()))
                    .singleElement()
                    .extracting(check -> check.report().diagnosis())
                    .isEqualTo(diagnosis(key));

            fixture.bitfinex.answer(PERMISSIONS, 503, "");
            assertThat(fixture.checked(key.id()).report())
                    .as("an outage leaves what was found")
                    .isEqualTo(key.report());
            fixture.bitfinex.reset();
            assertThat(fixture.connected(apiKey).report().diagnosis()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_field_of_unusual_shape_comes_first(TestDatabase database) {
        var fixture = quiet(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var key = fixture.connected(newKey().substring(3));
            assertThat(diagnosis(key).first().cause()).isEqualTo(Cause.DAMAGED);
            assertThat(diagnosis(key).first().speaksFor()).containsExactly(Clue.UNUSUAL_SHAPE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_that_worked_is_probably_deleted_unless_our_address_is_another(TestDatabase database) {
        var fixture = quiet(database);
        try (var _ = SignedIn.as(customer)) {
            var key = fixture.connected(newKey());
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var lost = fixture.checked(key.id());
            assertThat(diagnosis(lost).first().cause()).isEqualTo(Cause.DELETED);
            assertThat(diagnosis(lost).offersSwap()).isFalse();
            assertThat(clues(lost)).containsExactly(Clue.ACCEPTED_BEFORE, Clue.USUAL_SHAPE);

            fixture.execute("update exchange_key set accepted_from = '203.0.113.9' where id = '" + key.id() + "'");
            var elsewhere = fixture.checked(key.id());
            assertThat(diagnosis(elsewhere).first().cause()).isEqualTo(Cause.ADDRESS_NOT_LISTED);
            assertThat(clues(elsewhere)).contains(Clue.ADDRESS_CHANGED);

            fixture.bitfinex.reset();
            fixture.checked(key.id());
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            assertThat(clues(fixture.checked(key.id())))
                    .as("accepted from the address of now")
                    .doesNotContain(Clue.ADDRESS_CHANGED);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void only_more_than_six_hours_of_refusals_speak_against_a_pending_confirmation(TestDatabase database) {
        var fixture = quiet(database);
        try (var _ = SignedIn.as(customer)) {
            fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
            var key = fixture.connected(newKey());
            fixture.clock.turnBy(Duration.ofHours(6));
            assertThat(clues(fixture.checked(key.id()))).doesNotContain(Clue.REFUSED_FOR_HOURS);
            fixture.clock.turnBy(Duration.ofSeconds(1));
            assertThat(clues(fixture.checked(key.id()))).contains(Clue.REFUSED_FOR_HOURS);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_exchange_with_other_fields_and_no_address_lists_has_other_causes(TestDatabase database) {
        var fixture = quiet(database);
        try (var _ = SignedIn.as(customer);
                var right = testboursePair();
                var wrong = KeyFixture.testboursePair("closed sesame")) {
            fixture.keys().connect(testbourseDraft(), wrong, null, _ -> {});
            var key = fixture.keys().own().getFirst();
            assertThat(diagnosis(key).suspects())
                    .extracting(Diagnosis.Suspect::cause)
                    .containsExactly(Cause.WRONG_PAIR, Cause.CONFIRMATION_PENDING, Cause.DELETED);
            assertThat(diagnosis(key).offersSwap()).isFalse();
            fixture.keys().connect(testbourseDraft(), right, null, _ -> {});
            assertThat(fixture.found(key.id()).report().diagnosis()).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void keys_of_three_other_customers_that_are_lost_now_say_that_it_is_not_this_key(TestDatabase database) {
        var fixture = quiet(database);
        var mine = connectedBy(fixture, customer);
        var others = connectedByOthers(fixture, 3);
        fixture.clock.turnBy(Duration.ofHours(1));
        lose(fixture, others.subList(0, 2));
        assertThat(diagnosis(lost(fixture, mine)).first().cause())
                .as("two are no pattern")
                .isEqualTo(Cause.DELETED);

        lose(fixture, others.subList(2, 3));
        var among = lost(fixture, mine);
        assertThat(diagnosis(among).first().cause()).isEqualTo(Cause.NOT_THIS_KEY);
        assertThat(clues(among)).contains(Clue.OTHERS_LOST).doesNotContain(Clue.OTHERS_FINE);
        assertThat(among.report().json()).satisfies(nothingOf(others));

        connectedByOthers(fixture, 3);
        assertThat(clues(lost(fixture, mine)))
                .as("as many are accepted now")
                .contains(Clue.OTHERS_FINE)
                .doesNotContain(Clue.OTHERS_LOST);

        lose(fixture, connectedByOthers(fixture, 1));
        assertThat(clues(lost(fixture, mine))).as("one more is lost").contains(Clue.OTHERS_LOST);

        fixture.clock.turnBy(Clues.NOW);
        assertThat(clues(lost(fixture, mine)))
                .as("a quarter of an hour later")
                .doesNotContain(Clue.OTHERS_LOST, Clue.OTHERS_FINE);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void many_lost_keys_of_one_customer_are_no_pattern(TestDatabase database) {
        var fixture = quiet(database);
        var mine = connectedBy(fixture, customer);
        var one = person(Role.CUSTOMER);
        lose(fixture, List.of(connectedBy(fixture, one), connectedBy(fixture, one), connectedBy(fixture, one)));
        assertThat(clues(lost(fixture, mine))).doesNotContain(Clue.OTHERS_LOST);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void keys_out_of_use_and_keys_never_accepted_are_no_pattern_either(TestDatabase database) {
        var fixture = quiet(database);
        var mine = connectedBy(fixture, customer);
        fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
        connectedByOthers(fixture, 3);
        fixture.bitfinex.reset();
        var leaked = connectedByOthers(fixture, 3);
        leaked.forEach(key -> {
            try (var _ = SignedIn.as(key.owner())) {
                fixture.upkeep().reportLeak(key.key().id());
            }
        });
        lose(fixture, leaked);
        assertThat(clues(lost(fixture, mine))).containsExactly(Clue.ACCEPTED_BEFORE, Clue.USUAL_SHAPE);
    }

    private record Owned(SignedInUser owner, ExchangeKey key) {}

    /// Nobody's key was judged within the last day.
    private static KeyFixture quiet(TestDatabase database) {
        var fixture = FIXTURES.on(database);
        fixture.clock.turnBy(Duration.ofDays(1));
        return fixture;
    }

    private static Owned connectedBy(KeyFixture fixture, SignedInUser owner) {
        try (var _ = SignedIn.as(owner);
                var credentials = pair(newKey())) {
            var label = "Of " + owner.id().value().toString().substring(0, 8);
            var outcome = fixture.keys().connect(KeyFixture.draft(label), credentials, null, _ -> {});
            return new Owned(owner, ((ConnectOutcome.Connected) outcome).key());
        }
    }

    private static List<Owned> connectedByOthers(KeyFixture fixture, int count) {
        var others = new ArrayList<Owned>();
        for (var other = 0; other < count; other++) {
            others.add(connectedBy(fixture, person(Role.CUSTOMER)));
        }
        return others;
    }

    private static void lose(KeyFixture fixture, List<Owned> keys) {
        keys.forEach(key -> lost(fixture, key));
    }

    /// What a check says of a key that the exchange refuses from now on.
    private static ExchangeKey lost(KeyFixture fixture, Owned key) {
        fixture.bitfinex.answer(PERMISSIONS, 500, REJECTED);
        try (var _ = SignedIn.as(key.owner())) {
            return fixture.checked(key.key().id());
        } finally {
            fixture.bitfinex.reset();
        }
    }

    private static Consumer<String> nothingOf(List<Owned> others) {
        // In the hash of an answer anything so short as the tail of a key may stand by chance.
        return text -> others.forEach(other -> assertThat(text.replaceAll("[0-9a-f]{64}", ""))
                .doesNotContain(
                        other.key().id().toString(),
                        other.owner().id().toString(),
                        other.key().label(),
                        other.key().tail()));
    }

    private static Diagnosis diagnosis(ExchangeKey key) {
        return Objects.requireNonNull(key.report().diagnosis());
    }

    /// Everything that is said for or against anything.
    private static Set<Clue> clues(ExchangeKey key) {
        var clues = new TreeSet<Clue>();
        for (var suspects : List.of(diagnosis(key).suspects(), diagnosis(key).ruledOut())) {
            for (var suspect : suspects) {
                clues.addAll(suspect.speaksFor());
                clues.addAll(suspect.speaksAgainst());
            }
        }
        return clues;
    }
}
