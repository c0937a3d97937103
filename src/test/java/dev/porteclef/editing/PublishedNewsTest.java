package dev.porteclef.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.help.HelpFixture;
import dev.porteclef.live.Bulletin;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.ViewTest;
import java.time.Instant;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The running portal hears of what was published elsewhere, and a node that starts reads it first.
class PublishedNewsTest extends ViewTest {

    private static final ArticleId ARTICLE = new ArticleId("ip-list", Language.FRENCH);

    @Autowired
    private HelpCenter help;

    @Autowired
    private Bulletin bulletin;

    @Autowired
    private Jdbi jdbi;

    @AfterEach
    void forget() {
        jdbi.useHandle(handle -> handle.execute("delete from help_publication"));
        help.refresh();
    }

    @Test
    void a_publication_is_read_without_a_restart_and_after_one() {
        var packaged = help.packaged(ARTICLE).orElseThrow();
        var text = packaged.replace("Si la clé a une liste", "Quand la clé a une liste");
        assertThat(new JdbiPublications(jdbi)
                        .insert(new Publication(
                                ARTICLE,
                                1,
                                Publication.Kind.PUBLISHED,
                                text,
                                packaged,
                                "",
                                Editorial.editor().id(),
                                Instant.EPOCH)))
                .isTrue();
        await().untilAsserted(() -> assertThat(read(help)).isEqualTo(text));

        var restarted = HelpFixture.packaged(new PublishedEdits(jdbi));
        assertThat(read(restarted)).isEqualTo(packaged);
        var news = new PublishedNews(restarted, bulletin);
        news.afterSingletonsInstantiated();
        news.end();
        assertThat(read(restarted)).isEqualTo(text);
    }

    private static String read(HelpCenter help) {
        return help.shelf()
                .find(ARTICLE.family(), ARTICLE.language())
                .orElseThrow()
                .markdown();
    }
}
