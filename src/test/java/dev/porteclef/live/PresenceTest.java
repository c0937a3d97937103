package dev.porteclef.live;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TestDatabase.Fresh;
import dev.porteclef.testing.TurnableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Two nodes on one database, an editor on each.
class PresenceTest {

    private static final Instant BEGIN = Instant.parse("2026-12-01T09:00:00Z");

    private final TurnableClock clock = new TurnableClock(BEGIN);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void editors_see_each_other_until_they_leave(TestDatabase database) {
        var fresh = database.fresh();
        var one = node(fresh);
        var other = node(fresh);
        var first = editor();
        var second = editor();
        try (var _ = SignedIn.as(first)) {
            var stay = one.enterArticle("ip-list");
            assertThat(one.beside(stay)).isEmpty();
            clock.turnBy(Duration.ofMinutes(1));
            try (var _ = SignedIn.as(second)) {
                var beside = other.enterArticle("ip-list");
                var elsewhere = other.enterArticle("fees");
                assertThat(other.beside(beside)).containsExactly(new Presence.Other(first.id(), BEGIN, false));
                assertThat(other.beside(elsewhere)).isEmpty();
                assertThat(one.beside(stay)).containsExactly(new Presence.Other(second.id(), clock.instant(), false));
                var window = other.enterArticle("ip-list");
                assertThat(other.beside(beside)).contains(new Presence.Other(second.id(), clock.instant(), true));
                window.end();
                beside.end();
                beside.end();
            }
            assertThat(one.beside(stay)).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_page_is_forgotten_with_its_node_and_no_sooner(TestDatabase database) {
        var fresh = database.fresh();
        var one = node(fresh);
        var dead = node(fresh);
        try (var _ = SignedIn.as(editor())) {
            var stay = one.enterArticle("ip-list");
            dead.enterArticle("ip-list");
            for (var round = 0; round < 4; round++) {
                assertThat(one.beside(stay)).hasSize(1);
                clock.turnBy(Duration.ofSeconds(30));
                one.renew();
            }
            assertThat(one.beside(stay)).as("the dead one's").isEmpty();
            assertThat(rows(fresh)).containsExactly("editing ip-list");
            fresh.jdbi().useHandle(handle -> handle.execute("delete from help_presence"));
            one.renew();
            assertThat(rows(fresh)).as("put back").containsExactly("editing ip-list");
            one.leave();
            assertThat(rows(fresh)).isEmpty();
        }
    }

    private Presence node(Fresh fresh) {
        return new Presence(fresh.jdbi(), new CurrentUser(), clock);
    }

    private static List<String> rows(Fresh fresh) {
        return fresh.jdbi()
                .withHandle(handle -> handle.createQuery("select family from help_presence")
                        .mapTo(String.class)
                        .list());
    }

    private static SignedInUser editor() {
        var id = new UserId(UUID.randomUUID());
        return new SignedInUser(id, id + "@example.org", "", Set.of(Role.EDITOR), Language.ENGLISH, true);
    }
}
