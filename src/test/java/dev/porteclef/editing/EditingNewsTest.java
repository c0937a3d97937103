package dev.porteclef.editing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.help.ArticleId;
import dev.porteclef.live.Presence;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.testing.TestDatabase;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

/// What editors do is news on every node.
class EditingNewsTest {

    @Test
    void all_nodes_hear_of_who_comes_and_goes_and_of_what_they_write() throws SQLException {
        try (var editorial = new Editorial(TestDatabase.POSTGRESQL);
                var ear = editorial.database.source().getConnection()) {
            try (var statement = ear.createStatement()) {
                statement.execute("listen porteclef_live");
            }
            var presence = new Presence(editorial.database.jdbi(), new CurrentUser(), Clock.systemUTC());
            var stay = presence.enterArticle("ip-list");
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
            presence.enterArticle("ip-list");
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
}
