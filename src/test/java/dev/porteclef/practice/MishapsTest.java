package dev.porteclef.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;

class MishapsTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void each_key_has_one_at_a_time_and_the_exchange_another(TestDatabase server) {
        try (var practice = new PracticeFixture(server)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var mishaps = practice.mishaps();
            var first = practice.create(practice.draft()).id();
            var second = practice.create(practice.draft()).id();
            assertThat(mishaps.own().none()).isTrue();

            assertThat(mishaps.befall(first, Mishap.KEY_DELETED)).isTrue();
            assertThat(mishaps.befall(first, Mishap.NONCE_RACE)).isTrue();
            assertThat(mishaps.befall(second, Mishap.NONCE_SPOILT)).isTrue();
            mishaps.befallExchange(Mishap.MAINTENANCE);
            mishaps.befallExchange(Mishap.SLOW_BODY);

            assertThat(mishaps.own())
                    .isEqualTo(new MishapsInForce(
                            Mishap.SLOW_BODY, Map.of(first, Mishap.NONCE_RACE, second, Mishap.NONCE_SPOILT)));
            mishaps.end(first);
            mishaps.endExchange();
            assertThat(mishaps.own()).isEqualTo(new MishapsInForce(null, Map.of(second, Mishap.NONCE_SPOILT)));
            mishaps.endAll();
            assertThat(mishaps.own().none()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void of_two_windows_that_switch_at_once_the_later_has_the_last_word(TestDatabase server) throws Exception {
        try (var practice = new PracticeFixture(server)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var mishaps = practice.mishaps();
            var key = practice.create(practice.draft()).id();
            inTwoWindows(
                    practice,
                    server,
                    () -> mishaps.befall(key, Mishap.NONCE_RACE),
                    () -> assertThat(mishaps.befall(key, Mishap.KEY_DELETED)).isTrue());
            inTwoWindows(
                    practice,
                    server,
                    () -> mishaps.befallExchange(Mishap.MAINTENANCE),
                    () -> mishaps.befallExchange(Mishap.SLOW_BODY));
            assertThat(mishaps.own()).isEqualTo(new MishapsInForce(Mishap.SLOW_BODY, Map.of(key, Mishap.KEY_DELETED)));
        }
    }

    /// Runs `later` in another thread while `first` is done, but not committed.
    private static void inTwoWindows(PracticeFixture practice, TestDatabase server, Runnable first, Runnable later)
            throws Exception {
        var customer = practice.signedIn();
        try (var other = Executors.newSingleThreadExecutor()) {
            var waiting = practice.database.transactions().execute(status -> {
                first.run();
                var started = other.submit(() -> {
                    try (var _ = SignedIn.as(customer)) {
                        later.run();
                    }
                });
                awaitBlocked(practice, server);
                return started;
            });
            waiting.get();
        }
    }

    private static void awaitBlocked(PracticeFixture practice, TestDatabase server) {
        // H2 tells who waits for a row, but not who waits for a row that is not there yet.
        var blocked = switch (server) {
            case H2 ->
                "select count(*) from information_schema.sessions "
                        + "where executing_statement like 'insert into practice_%'";
            case POSTGRESQL -> "select count(*) from pg_locks where not granted";
        };
        await().pollInSameThread()
                .until(() -> practice.database
                                .jdbi()
                                .withHandle(handle -> handle.createQuery(blocked)
                                        .mapTo(Integer.class)
                                        .one())
                        > 0);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobody_reaches_the_keys_or_the_exchange_of_another(TestDatabase server) {
        try (var practice = new PracticeFixture(server)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var mishaps = practice.mishaps();
            var key = practice.create(practice.draft()).id();
            var owner = practice.signedIn();
            mishaps.befall(key, Mishap.IP_NOT_LISTED);
            mishaps.befallExchange(Mishap.MAINTENANCE);

            PracticeFixture.signIn(Role.CUSTOMER);
            assertThat(mishaps.own().none()).isTrue();
            assertThat(mishaps.befall(key, Mishap.KEY_DELETED)).isFalse();
            mishaps.end(key);
            mishaps.endAll();

            PracticeFixture.signIn(owner);
            assertThat(mishaps.own())
                    .isEqualTo(new MishapsInForce(Mishap.MAINTENANCE, Map.of(key, Mishap.IP_NOT_LISTED)));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_mishap_goes_with_its_key(TestDatabase server) {
        try (var practice = new PracticeFixture(server)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var key = practice.create(practice.draft()).id();
            practice.mishaps().befall(key, Mishap.NONCE_RACE);
            practice.keys().delete(key);
            assertThat(practice.mishaps().own().none()).isTrue();
        }
    }

    @Test
    void what_only_a_key_can_meet_never_befalls_the_exchange() {
        try (var practice = new PracticeFixture(TestDatabase.H2)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            assertThat(Mishap.ofTheExchange())
                    .doesNotContain(Mishap.KEY_DELETED)
                    .contains(Mishap.MAINTENANCE);
            assertThatThrownBy(() -> practice.mishaps().befallExchange(Mishap.KEY_DELETED))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void only_customers_may() {
        try (var practice = new PracticeFixture(TestDatabase.H2)) {
            PracticeFixture.signIn(Role.ADMIN);
            assertThatThrownBy(() -> practice.mishaps().own()).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> practice.mishaps().endAll()).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void in_production_there_are_none() {
        try (var production = new PracticeFixture(TestDatabase.H2, "prod")) {
            assertThat(production.has(Mishaps.class)).isFalse();
            assertThat(production.has(Rehearsal.class)).isFalse();
            assertThat(production.has(RehearsalTicks.class)).isFalse();
        }
    }
}
