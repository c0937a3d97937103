package dev.porteclef.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.testing.TurnableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;

/// Who is let in, and who is sent home.
class ReadersTest {

    private static final Duration IDLE = Duration.ofMinutes(5);

    private final TurnableClock clock = new TurnableClock(Instant.parse("2026-11-30T09:00:00Z"));
    private final Installation installation = installation(new Installation.Readers(IDLE, 3, 5, 6));
    private final Readers readers = new Readers(new Limits(clock, installation), clock, installation);

    @Test
    void whoever_reads_and_does_nothing_is_sent_home_and_whoever_may_type_is_not() {
        var idle = enter("here");
        var active = enter("here");
        var typing = enter("here");
        reader(typing).reads(false);
        clock.turnBy(IDLE.minusSeconds(1));
        readers.acts(reader(active));
        readers.sendHome();
        assertThat(readers.present()).isEqualTo(3);
        clock.turnBy(Duration.ofSeconds(1));
        readers.sendHome();
        assertThat(idle.isInvalid()).isTrue();
        assertThat(active.isInvalid()).isFalse();
        assertThat(typing.isInvalid()).isFalse();
        assertThat(readers.present()).isEqualTo(2);
    }

    @Test
    void one_address_has_so_many_and_another_is_not_concerned() {
        for (var number = 0; number < 3; number++) {
            enter("crowd");
        }
        assertThat(tryToEnter("crowd")).isEqualTo(new Allowance.Wait(IDLE));
        assertThat(tryToEnter("elsewhere")).isInstanceOf(Allowance.Allowed.class);
        assertThat(readers.present()).isEqualTo(4);
    }

    @Test
    void whoever_leaves_or_signs_in_makes_room() {
        var first = enter("crowd");
        var second = enter("crowd");
        enter("crowd");
        first.invalidate();
        second.removeAttribute(Reader.ATTRIBUTE);
        assertThat(readers.present()).isEqualTo(1);
        enter("crowd");
        enter("crowd");
        assertThat(tryToEnter("crowd")).isInstanceOf(Allowance.Wait.class);
    }

    @Test
    void when_the_house_is_full_the_longest_idle_reader_makes_room() {
        var typing = enter("a");
        reader(typing).reads(false);
        clock.turnBy(Duration.ofSeconds(1));
        var longest = enter("b");
        clock.turnBy(Duration.ofSeconds(1));
        for (var address : List.of("c", "d", "e", "f")) {
            enter(address);
        }
        enter("g");
        assertThat(longest.isInvalid()).isTrue();
        assertThat(typing.isInvalid()).isFalse();
        assertThat(readers.present()).isEqualTo(6);
    }

    @Test
    void whoever_comes_and_goes_all_the_time_waits_for_the_next_ten_minutes() {
        for (var number = 0; number < 5; number++) {
            enter("restless").invalidate();
        }
        assertThat(tryToEnter("restless")).isEqualTo(new Allowance.Wait(Duration.ofMinutes(10)));
        assertThat(readers.present()).isZero();
        clock.turnBy(Duration.ofMinutes(10));
        enter("restless");
    }

    private MockHttpSession enter(String address) {
        var session = new MockHttpSession();
        assertThat(readers.admit(address, () -> session)).isInstanceOf(Allowance.Allowed.class);
        return session;
    }

    private Allowance tryToEnter(String address) {
        return readers.admit(address, MockHttpSession::new);
    }

    private static Reader reader(MockHttpSession session) {
        return (Reader) Objects.requireNonNull(session.getAttribute(Reader.ATTRIBUTE));
    }

    private static Installation installation(Installation.Readers settings) {
        var usual = new Installation(
                new Installation.Brand("Test", URI.create("https://example.org"), null),
                List.of("203.0.113.1"),
                Path.of("data"),
                Path.of("keys"));
        return new Installation(
                usual.brand(),
                usual.outgoingAddresses(),
                usual.data(),
                usual.keys(),
                usual.proxy(),
                usual.rotationDays(),
                usual.mail(),
                usual.outbound(),
                usual.watch(),
                settings);
    }
}
