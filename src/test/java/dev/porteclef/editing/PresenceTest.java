package dev.porteclef.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.help.ArticleId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TestDatabase.Fresh;
import dev.porteclef.testing.TurnableClock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.postgresql.PGConnection;

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
        var first = Editorial.editor();
        var second = Editorial.editor();
        try (var _ = SignedIn.as(first)) {
            var stay = one.enter("ip-list");
            assertThat(one.beside(stay)).isEmpty();
            clock.turnBy(Duration.ofMinutes(1));
            try (var _ = SignedIn.as(second)) {
                var beside = other.enter("ip-list");
                var elsewhere = other.enter("fees");
                assertThat(other.beside(beside)).containsExactly(new Presence.Other(first.id(), BEGIN, false));
                assertThat(other.beside(elsewhere)).isEmpty();
                assertThat(one.beside(stay)).containsExactly(new Presence.Other(second.id(), clock.instant(), false));
                var window = other.enter("ip-list");
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
        try (var _ = SignedIn.as(Editorial.editor())) {
            var stay = one.enter("ip-list");
            dead.enter("ip-list");
            for (var round = 0; round < 4; round++) {
                assertThat(one.beside(stay)).hasSize(1);
                clock.turnBy(Duration.ofSeconds(30));
                one.renew();
            }
            assertThat(one.beside(stay)).as("the dead one's").isEmpty();
            assertThat(rows(fresh)).containsExactly("ip-list");
            fresh.jdbi().useHandle(handle -> handle.execute("delete from help_presence"));
            one.renew();
            assertThat(rows(fresh)).as("put back").containsExactly("ip-list");
            one.leave();
            assertThat(rows(fresh)).isEmpty();
        }
    }

    @Test
    void all_nodes_hear_of_who_comes_and_goes_and_of_what_they_write() throws SQLException {
        try (var editorial = new Editorial(TestDatabase.POSTGRESQL);
                var ear = editorial.database.source().getConnection()) {
            try (var statement = ear.createStatement()) {
                statement.execute("listen porteclef_live");
            }
            var presence = node(editorial.database);
            var stay = presence.enter("ip-list");
            assertThat(heard(ear.unwrap(PGConnection.class))).containsExactly("editing ip-list");
            stay.end();
            assertThat(heard(ear.unwrap(PGConnection.class))).containsExactly("editing ip-list");
            var id = new ArticleId("fees", Language.ENGLISH);
            var draft = editorial.save(id, editorial.live(id) + "\nMore.\n");
            assertThat(heard(ear.unwrap(PGConnection.class))).containsExactly("editing fees");
            editorial.save(id, draft.text() + "\nAnd more.\n");
            assertThat(heard(ear.unwrap(PGConnection.class))).containsExactly("editing fees");
            assertThat(editorial.publish("fees", "")).isInstanceOf(PublishOutcome.Published.class);
            assertThat(heard(ear.unwrap(PGConnection.class))).containsExactly("editing fees", "help");

            var published = Objects.requireNonNull(editorial.desk.manuscript(id).published());
            assertThat(new JdbiPublications(editorial.database.jdbi()).insert(published))
                    .as("is there already")
                    .isFalse();
            presence.enter("ip-list");
            assertThat(heard(ear.unwrap(PGConnection.class)))
                    .as("which is no news")
                    .containsExactly("editing ip-list");
        }
    }

    private static List<String> heard(PGConnection ear) throws SQLException {
        var heard = new TreeSet<String>();
        for (var news : ear.getNotifications(10_000)) {
            heard.add(news.getParameter());
        }
        return List.copyOf(heard);
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
}
