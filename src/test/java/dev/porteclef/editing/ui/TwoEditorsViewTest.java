package dev.porteclef.editing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Section;
import dev.porteclef.help.ArticleId;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Presence;
import dev.porteclef.live.ui.Fellows;
import dev.porteclef.platform.security.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Two editors have the same article open: each hears of the other at once, and loses nothing.
class TwoEditorsViewTest extends EditorsViewTest {

    @Autowired
    private Presence presence;

    @Autowired
    private Bulletin bulletin;

    @Test
    void who_comes_and_goes_is_told_at_once() {
        open();
        assertThat(find(Fellows.class).single().getElement().getTextRecursively())
                .isEmpty();
        var stay = presence.enterArticle("ip-list");
        await(() -> assertThat(page()).contains("You have this article open in another window too, since "));
        var other = another(() -> presence.enterArticle("ip-list"));
        await(() -> assertThat(page()).contains("@newcomer.example is editing this article too, since "));
        stay.end();
        other.end();
        await(() -> assertThat(page()).doesNotContain("another window", "is editing"));
    }

    @Test
    void a_page_that_is_left_is_told_of_to_nobody_and_follows_nothing() {
        var followers = bulletin.followers();
        open();
        assertThat(bulletin.followers()).isGreaterThan(followers);
        var stay = presence.enterArticle("ip-list");
        assertThat(presence.beside(stay)).hasSize(1);
        UI.getCurrentOrThrow().navigate("en/editing/fees");
        assertThat(presence.beside(stay)).isEmpty();
        var fees = presence.enterArticle("fees");
        assertThat(presence.beside(fees)).as("the page of the other article").hasSize(1);
        UI.getCurrentOrThrow().navigate("en");
        assertThat(presence.beside(fees)).isEmpty();
        stay.end();
        fees.end();
    }

    @Test
    void what_somebody_saves_is_told_before_anything_is_typed_here_and_is_one_click_away() {
        open();
        save(ENGLISH, text(ENGLISH) + "\nTheirs.\n");
        await(() -> assertThat(page()).contains("Somebody else has changed this text meanwhile", "Draft, saved"));
        assertThat(area("en").getValue()).as("is left alone").doesNotContain("Theirs.");
        assertThat(find(ConflictPanel.class).all()).isEmpty();
        var panel = find(NewsPanel.class).single();

        save(ENGLISH, text(ENGLISH) + "\nTheirs, too.\n");
        click("news-take-en");
        assertThat(find(NewsPanel.class).all()).isEmpty();
        assertThat(panel.isAttached()).isFalse();
        assertThat(area("en").getValue()).endsWith("Theirs, too.\n");
        area("en").setValue(area("en").getValue() + "\nMine.\n");
        assertThat(text(ENGLISH)).contains("Theirs.", "Mine.");
    }

    @Test
    void what_was_typed_meanwhile_is_kept_and_both_texts_are_shown() {
        open();
        var before = text(ENGLISH);
        save(ENGLISH, before.replace("Compare its list", "Hold its list against"));
        await(() -> assertThat(find(NewsPanel.class).all()).hasSize(1));
        click("news-compare-en");
        assertThat(page()).contains("What the other editor changed", "Both changes fit together");
        area("en").setValue(before.replace("If the key has", "Where the key has"));
        assertThat(text(ENGLISH)).as("nothing is written unseen").doesNotContain("Where the key has");
        click("take-merged-en");
        assertThat(text(ENGLISH)).contains("Where the key has", "Hold its list against");
        assertThat(find(NewsPanel.class).all()).isEmpty();
    }

    @Test
    void a_publication_is_told_at_once_and_stands_in_the_history() {
        open();
        area("en").setValue(text(ENGLISH).replace("If the key has", "Where the key has"));
        assertThat(find(Button.class).withId("publish").all()).hasSize(1);
        another(() -> {
            publish(ENGLISH);
            return true;
        });
        await(() -> assertThat(page()).contains("As published", "Publication 1"));
        assertThat(area("en").getValue()).contains("Where the key has");
        assertThat(find(Button.class).withId("publish").all())
                .as("there is no draft any more")
                .isEmpty();
        assertThat(find(NewsPanel.class).all()).as("it says what stands here").isEmpty();
        assertThat(find(Section.class, find(WithdrawPanel.class).single())
                        .single()
                        .isVisible())
                .isTrue();
        area("en").setValue(area("en").getValue() + "\nMore.\n");
        assertThat(text(ENGLISH)).endsWith("More.\n");
    }

    private void save(ArticleId id, String text) {
        another(() -> {
            var seen = desk.manuscript(id);
            return drafts.save(id, seen.version(), seen.revision(), text);
        });
    }

    /// Acts as somebody else.
    private <T> T another(java.util.function.Supplier<T> act) {
        session.close();
        try (var _ = as(Role.EDITOR)) {
            return act.get();
        } finally {
            session = as(Role.EDITOR);
        }
    }
}
