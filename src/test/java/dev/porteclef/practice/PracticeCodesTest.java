package dev.porteclef.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class PracticeCodesTest {

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
    private final Clock clock = ((InstantSource) now::get).withZone(ZoneOffset.UTC);
    private final PracticeCodes codes = new PracticeCodes(clock, new SecureRandom());
    private final UserId user = new UserId(UUID.randomUUID());

    @Test
    void accepts_the_code_that_the_page_shows_with_or_without_a_space() {
        var code = codes.current(user);
        assertThat(code).matches("[0-9]{6}");
        assertThat(codes.accepts(user, code)).isTrue();
        assertThat(codes.accepts(user, code.substring(0, 3) + " " + code.substring(3)))
                .isTrue();
    }

    @Test
    void accepts_a_code_for_five_minutes_and_not_for_ten() {
        var code = codes.current(user);
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
        assertThat(codes.accepts(user, code)).isTrue();
        now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(5)));
        assertThat(codes.accepts(user, code)).isFalse();
    }

    @Test
    void refuses_anything_else() {
        var code = codes.current(user);
        var next = "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
        assertThat(codes.accepts(user, "")).isFalse();
        assertThat(codes.accepts(user, next)).isFalse();
        assertThat(codes.accepts(user, code + "0")).isFalse();
    }
}
