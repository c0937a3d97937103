package dev.porteclef.editing;

import static dev.porteclef.editing.Editorial.ENGLISH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.help.HelpFixture;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/// What was edited here comes with the next version.
class ExportTest {

    @Test
    void exactly_the_files_that_differ_as_they_would_lie_in_the_tree() throws IOException {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            assertThat(editorial.export.size()).isZero();
            assertThat(files(editorial.export.zip())).isEmpty();
            var corrected = editorial.corrected();
            editorial.publishCorrection();

            assertThat(files(editorial.export.zip()))
                    .isEqualTo(Map.of(
                            "db/content/help/en/ip-list.md", corrected.getOrDefault(Language.ENGLISH, ""),
                            "db/content/help/fr/ip-list.md", corrected.getOrDefault(Language.FRENCH, "")));
            assertThat(editorial.export.zip()).isEqualTo(editorial.export.zip());
        }
    }

    @Test
    void a_version_that_brings_them_has_nothing_more_to_export() {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            editorial.publishCorrection();
            var next = new Editorial(
                    editorial.database, edits -> HelpFixture.changed(ENGLISH, editorial.live(ENGLISH), edits));
            assertThat(next.export.size()).as("only the French one is left").isEqualTo(1);
            assertThat(next.desk.manuscript(ENGLISH).moved())
                    .as("the text that came is the edit")
                    .isEmpty();
        }
    }

    @Test
    void articles_of_a_further_exchange_go_back_into_its_folder() {
        try (var editorial = new Editorial(TestDatabase.H2)) {
            var article = editorial.help.shelf().in(Language.ENGLISH).stream()
                    .filter(one -> "testbourse".equals(one.exchange()))
                    .findFirst()
                    .orElseThrow();
            assertThat(editorial.help.path(new dev.porteclef.help.ArticleId(article.family(), Language.FRENCH)))
                    .isEqualTo("db/content/exchanges/testbourse/help/fr/" + article.family() + ".md");
        }
    }

    private static Map<String, String> files(byte[] zip) throws IOException {
        var files = new TreeMap<String, String>();
        try (var stream = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = stream.getNextEntry(); entry != null; entry = stream.getNextEntry()) {
                files.put(entry.getName(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
