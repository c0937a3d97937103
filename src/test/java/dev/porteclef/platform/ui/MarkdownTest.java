package dev.porteclef.platform.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void a_table_stands_in_a_frame_named_by_the_heads_of_its_columns() {
        assertThat(Markdown.html(Language.ENGLISH, "Codes:\n\n| Code | *Meaning* |\n|---|---|\n| `1` | one |\n"))
                .startsWith("<p>Codes:</p>")
                .contains("<div class=\"table\" role=\"group\" tabindex=\"0\" aria-label=\"Code, Meaning\"><table>")
                .contains("<td>one</td>")
                .contains("</table></div>");
    }

    @Test
    void nobody_writes_a_frame_or_any_other_html() {
        assertThat(Markdown.html(Language.ENGLISH, "<div class=\"table\">a</div>\n\n<script>b</script>"))
                .doesNotContain("<div")
                .doesNotContain("<script");
    }
}
