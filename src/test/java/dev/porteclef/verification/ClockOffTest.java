package dev.porteclef.verification;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.ONE_FUNDED_WALLET;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.SPOT_RIGHTS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static dev.porteclef.verification.VerificationFixture.KEY;
import static dev.porteclef.verification.VerificationFixture.spot;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.bitfinex.StagedBitfinex.Asked;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Verdict.Accepted;
import dev.porteclef.verification.Verdict.NonceConflict;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The portal's clock is wrong by ten minutes, either way, and put right again: the exchange, which knows no clock but
/// refuses every nonce that does not grow, notices nothing.
@Timeout(60)
class ClockOffTest {

    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_clock_that_jumps_is_not_noticed_with_or_without_a_restart(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var seen = strict(fixture);
            var running = fixture.verifications();
            for (var jump : List.of(
                    Duration.ZERO,
                    TEN_MINUTES,
                    TEN_MINUTES.negated(),
                    TEN_MINUTES.negated(),
                    TEN_MINUTES,
                    TEN_MINUTES.multipliedBy(-6))) {
                fixture.clock.turnBy(jump);
                for (var verifications : List.of(running, fixture.verifications())) {
                    var before = seen.get();
                    var found = verifications.verify(spot(KEY), _ -> {});
                    assertThat(found.verdict()).as("after %s", jump).isEqualTo(new Accepted());
                    assertThat(found.harmlessness()).isEqualTo(Harmlessness.PROVEN);
                    assertThat(found.at()).isEqualTo(fixture.clock.instant());
                    assertThat(seen).hasValueGreaterThan(before);
                }
            }
            assertThat(fixture.pauses).as("second tries").isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void while_the_clock_is_behind_nonces_grow_by_one_and_no_faster(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var seen = strict(fixture);
            fixture.verifications().verify(spot(KEY), _ -> {});
            var last = seen.get();
            fixture.clock.turnBy(TEN_MINUTES.negated());
            fixture.verifications().verify(spot(KEY), _ -> {});
            assertThat(seen).hasValue(last + 2);
            fixture.clock.turnBy(TEN_MINUTES.plusSeconds(1));
            fixture.verifications().verify(spot(KEY), _ -> {});
            assertThat(seen).as("the time again").hasValue(fixture.clock.millis() + 1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void another_program_ten_minutes_ahead_is_told_as_a_conflict_until_the_time_has_come(TestDatabase database) {
        try (var fixture = new VerificationFixture(database)) {
            var seen = strict(fixture);
            seen.set(fixture.clock.millis() + TEN_MINUTES.toMillis());
            assertThat(fixture.verifications().verify(spot(KEY), _ -> {}).verdict())
                    .isEqualTo(new NonceConflict("10114"));
            assertThat(fixture.pauses).hasSize(1);
            fixture.clock.turnBy(TEN_MINUTES.plusSeconds(1));
            assertThat(fixture.verifications().verify(spot(KEY), _ -> {}).verdict())
                    .isEqualTo(new Accepted());
        }
    }

    /// The exchange as it is: every nonce must be larger than the last it accepted. Returns that.
    private static AtomicLong strict(VerificationFixture fixture) {
        var last = new AtomicLong();
        fixture.bitfinex.answer(PERMISSIONS, asked -> judge(last, asked, SPOT_RIGHTS));
        fixture.bitfinex.answer(WALLETS, asked -> judge(last, asked, ONE_FUNDED_WALLET));
        return last;
    }

    private static Given judge(AtomicLong last, Asked asked, String good) {
        var nonce = asked.nonce();
        return last.getAndUpdate(before -> Math.max(before, nonce)) < nonce
                ? Given.of(200, good)
                : Given.of(500, "[\"error\",10114,\"nonce: small\"]");
    }
}
