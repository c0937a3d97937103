package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How old a key may get is declared in one place.
class RotationRuleTest {

    private static final Instant CONNECTED = Instant.parse("2026-11-21T08:00:00Z");

    @ParameterizedTest
    @CsvSource({"90, 76", "30, 16", "20, 10", "365, 351"})
    void a_key_is_due_two_weeks_before_its_end_or_at_half_time(int days, int due) {
        var rule = Rules.rotation(days);
        assertThat(after(rule, Duration.ofDays(due).minusMillis(1))).isEqualTo(Rotation.FINE);
        assertThat(after(rule, Duration.ofDays(due))).isEqualTo(Rotation.DUE);
        assertThat(after(rule, Duration.ofDays(days).minusMillis(1))).isEqualTo(Rotation.DUE);
        assertThat(after(rule, Duration.ofDays(days))).isEqualTo(Rotation.OVERDUE);
    }

    @Test
    void nonsense_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.rotation(13));
        assertThatIllegalArgumentException().isThrownBy(() -> Rules.rotation(3651));
    }

    private static Rotation after(RotationRule rule, Duration age) {
        return rule.of(CONNECTED, CONNECTED.plus(age));
    }
}
