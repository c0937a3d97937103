package dev.porteclef.verification;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Outcome;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// How verifications behave toward an exchange that has limits.
@Timeout(60)
class GoodMannersTest {

    private static final String TOO_MANY = "[\"error\",11010,\"ratelimit: error\"]";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_address_that_is_asked_to_stay_away_does_so_for_as_long_as_it_was_told(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var verifications = fixture.mannered();
            fixture.bitfinex.answer(PERMISSIONS, 429, TOO_MANY);
            fixture.bitfinex.header("Retry-After", "7");
            assertThat(verifications
                            .verify(VerificationFixture.spot("first"), _ -> {})
                            .noVerdict())
                    .isEqualTo(Outcome.RATE_LIMITED);
            fixture.bitfinex.reset();
            var begun = fixture.clock.instant();
            var reaching = new ArrayList<String>();
            var another = verifications.verify(VerificationFixture.spot("second"), check -> {
                if (check.kind() == CheckKind.REACHABLE) {
                    reaching.add(check.state() + " " + check.place());
                }
            });
            assertThat(another.verdict()).isInstanceOf(Verdict.Accepted.class);
            assertThat(Duration.between(begun, fixture.clock.instant())).isBetween(s(7), s(8));
            assertThat(reaching)
                    .as("whoever waits sees the place, and not any more once it was taken")
                    .containsExactly("RUNNING null", "RUNNING 1", "RUNNING null", "PASSED null");
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_the_practice_exchange_refuses_to_one_keeps_nobody_else_waiting(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var verifications = fixture.mannered();
            fixture.bitfinex.answer(PERMISSIONS, 429, TOO_MANY);
            var _ = verifications.verify(VerificationFixture.spot("first"), _ -> {});
            fixture.bitfinex.reset();
            var begun = fixture.clock.instant();
            var _ = verifications.verify(VerificationFixture.spot("second"), _ -> {});
            assertThat(fixture.clock.instant()).isEqualTo(begun);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobody_asks_faster_than_the_pace_and_whoever_waits_too_long_is_told_so(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var verifications = fixture.mannered();
            var begun = fixture.clock.instant();
            for (var key = 0; key < 40; key++) {
                var _ = verifications.verify(VerificationFixture.spot("key" + key), _ -> {});
            }
            assertThat(fixture.bitfinex.askedFor()).hasSize(40);
            assertThat(Duration.between(begun, fixture.clock.instant()))
                    .as("ten at once, and then one every two seconds")
                    .isBetween(s(59), s(64));
            fixture.bitfinex.answer(PERMISSIONS, 429, TOO_MANY);
            fixture.bitfinex.header("Retry-After", "600");
            var _ = verifications.verify(VerificationFixture.spot("told"), _ -> {});
            var asked = fixture.bitfinex.asked().size();
            var left = verifications.verify(VerificationFixture.spot("left"), _ -> {});
            assertThat(left.noVerdict()).isEqualTo(Outcome.NO_TURN);
            assertThat(fixture.bitfinex.asked()).hasSize(asked);
        }
    }

    private static Duration s(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
