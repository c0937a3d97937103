package dev.porteclef.editing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import dev.porteclef.editing.Drafts;
import dev.porteclef.help.Voices.Voice;
import dev.porteclef.platform.i18n.Language;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What one editor typed survives what others do, and what does not go at once is told.
class ArticleEditorViewTest extends EditorsViewTest {

    @Test
    void a_publication_meanwhile_is_a_conflict_also_where_there_was_no_draft() {
        open();
        var before = text(ENGLISH);
        drafts.save(ENGLISH, 0, 0, before.replace("Compare its list", "Hold its list against"));
        publish(ENGLISH);
        assertThat(desk.history(ENGLISH)).hasSize(1);

        area("en").setValue(before.replace("If the key has", "Where the key has"));
        assertThat(page()).contains("Somebody else has changed this text meanwhile");
        assertThat(desk.manuscript(ENGLISH).draft()).isNull();
        click("take-merged-en");
        assertThat(text(ENGLISH)).contains("Where the key has", "Hold its list against");
    }

    @Test
    void nothing_is_published_while_a_text_of_the_page_would_be_lost() {
        open();
        area("fr").setValue(text(FRENCH).replace("Si la clé a une liste", "Quand la clé a une liste"));
        var tooLong = "x".repeat(Drafts.MAX_TEXT + 1);
        area("en").setValue(tooLong);
        click("publish");
        assertThat(page()).contains("A text was not saved: it is too long.");
        assertThat(area("en").getValue()).isEqualTo(tooLong);

        var other = text(ENGLISH) + "\nOther.\n";
        drafts.save(ENGLISH, 0, 0, other);
        area("en").setValue(help.packaged(ENGLISH).orElseThrow() + "\nMine.\n");
        click("publish");
        assertThat(page()).contains("Decide between the two texts first.");
        assertThat(area("en").getValue()).endsWith("Mine.\n");
        assertThat(desk.history(FRENCH)).isEmpty();
    }

    @Test
    void control_characters_are_left_out_and_do_not_hold_anything_up() {
        open();
        area("fr").setValue(text(FRENCH).replace("Si la clé a une liste", "Quand\0 la clé a une liste"));
        assertThat(text(FRENCH)).contains("Quand la clé a une liste");
        click("publish");
        assertThat(page()).contains("Published in one language", "tabindex=\"-1\"");
    }

    @Test
    void what_readers_say_stands_below() {
        open();
        assertThat(page()).contains("No reader has said yet");
        var panel = new VoicesPanel(List.of(
                new Voice(Language.FRENCH, false, "feedback.reason.UNCLEAR", "Quelle liste ?"),
                new Voice(Language.ENGLISH, true, "", "")));
        UI.getCurrent().add(panel);
        assertThat(panel.getElement().getTextRecursively())
                .contains(
                        "It helped 1 reader, and 1 reader says that it did not.",
                        "Quelle liste ?",
                        "French, did not help: I did not understand it");

        jdbi.useHandle(handle -> handle.execute("""
                insert into article_opinion (id, family, language, helpful, reason, comment, given_at)
                values ('00000000-0000-0000-0000-000000000001', 'ip-list', 'en', false, 'WRONG', 'Which box?',
                    current_timestamp)
                """));
        navigate("fr/editing/ip-list", ArticleEditorView.class);
        assertThat(page()).contains("Which box?", "Anglais, pas aidé", "Quelque chose y est faux");
    }
}
