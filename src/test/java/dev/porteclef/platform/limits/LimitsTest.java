package dev.porteclef.platform.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.limits.Allowance.Allowed;
import dev.porteclef.platform.limits.Allowance.Wait;
import dev.porteclef.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LimitsTest {

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-21T08:00:00Z"));
    private final Limits limits = new Limits(clock);

    @ParameterizedTest
    @EnumSource
    void allows_its_capacity_and_then_waits_for_the_rest_of_the_period(Limit limit) {
        for (var i = 0; i < limit.capacity(); i++) {
            assertThat(limits.check(limit, "a")).isEqualTo(new Allowed());
        }
        clock.turnBy(Duration.ofMinutes(1));
        assertThat(limits.check(limit, "a")).isEqualTo(new Wait(limit.period().minusMinutes(1)));
        assertThat(limits.check(limit, "b")).isEqualTo(new Allowed());

        clock.turnBy(limit.period().minusMinutes(1));
        assertThat(limits.check(limit, "a")).isEqualTo(new Allowed());
    }

    @Test
    void a_refused_try_does_not_prolong_the_wait() {
        exhaust(Limit.SIGN_IN, "a");
        for (var minute = 0; minute < 14; minute++) {
            clock.turnBy(Duration.ofMinutes(1));
            assertThat(limits.check(Limit.SIGN_IN, "a")).isInstanceOf(Wait.class);
        }
        clock.turnBy(Duration.ofMinutes(1));
        assertThat(limits.check(Limit.SIGN_IN, "a")).isEqualTo(new Allowed());
    }

    @Test
    void a_try_given_back_can_be_made_again_but_never_more_than_the_capacity() {
        exhaust(Limit.SIGN_IN, "a");
        limits.giveBack(Limit.SIGN_IN, "a");
        assertThat(limits.check(Limit.SIGN_IN, "a")).isEqualTo(new Allowed());
        assertThat(limits.check(Limit.SIGN_IN, "a")).isInstanceOf(Wait.class);

        limits.forget(Limit.SIGN_IN, "a");
        limits.giveBack(Limit.SIGN_IN, "a");
        exhaust(Limit.SIGN_IN, "a");
        assertThat(limits.check(Limit.SIGN_IN, "a")).isInstanceOf(Wait.class);
    }

    @Test
    void parallel_tries_share_one_count() throws Exception {
        Callable<Allowance> oneTry = () -> limits.check(Limit.SIGN_IN, "a");
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers =
                    threads.invokeAll(Stream.generate(() -> oneTry).limit(40).toList());
            var allowed = 0;
            for (var answer : answers) {
                allowed += answer.get() instanceof Allowed ? 1 : 0;
            }
            assertThat(allowed).isEqualTo(Limit.SIGN_IN.capacity());
        }
    }

    @Test
    void authentication_limits_refuse_newcomers_when_memory_is_full_and_recover() {
        var small = new Limits(clock, 2);
        small.check(Limit.SIGN_IN, "a");
        small.check(Limit.SIGN_IN, "b");
        assertThat(small.check(Limit.SIGN_IN, "c")).isEqualTo(new Wait(Limit.SIGN_IN.period()));
        assertThat(small.check(Limit.SIGN_IN, "a")).isEqualTo(new Allowed());

        clock.turnBy(Limit.SIGN_IN.period());
        assertThat(small.check(Limit.SIGN_IN, "c")).isEqualTo(new Allowed());
    }

    @Test
    void other_limits_let_newcomers_pass_when_memory_is_full() {
        var small = new Limits(clock, 2);
        for (var caller = 0; caller < 20; caller++) {
            assertThat(small.check(Limit.CHECK_KEY, "caller " + caller)).isEqualTo(new Allowed());
        }
    }

    @Test
    void everything_guessable_fails_closed() {
        assertThat(Arrays.stream(Limit.values()).filter(limit -> !limit.failOpen()))
                .containsExactlyInAnyOrder(
                        Limit.SIGN_IN,
                        Limit.SIGN_IN_ADDRESS,
                        Limit.SIGN_IN_ACCOUNT,
                        Limit.SIGN_UP,
                        Limit.FIND_KEY,
                        Limit.UNGUESSABLE);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "60, 1", "61, 2", "840, 14", "900, 15"})
    void a_wait_is_told_in_whole_minutes_rounded_up(long seconds, long minutes) {
        assertThat(new Wait(Duration.ofSeconds(seconds)).minutes()).isEqualTo(minutes);
    }

    @Test
    void a_whole_ipv6_network_is_one_caller() {
        assertThat(ClientAddress.of("2001:db8:1:2::1"))
                .isEqualTo(ClientAddress.of("2001:db8:1:2:ffff:ffff:ffff:ffff"))
                .isNotEqualTo(ClientAddress.of("2001:db8:1:3::1"));
        assertThat(ClientAddress.of("203.0.113.7"))
                .isEqualTo(ClientAddress.of("::ffff:203.0.113.7"))
                .isNotEqualTo(ClientAddress.of("203.0.113.8"));
    }

    private void exhaust(Limit limit, String key) {
        for (var i = 0; i < limit.capacity(); i++) {
            assertThat(limits.check(limit, key)).isEqualTo(new Allowed());
        }
    }
}
