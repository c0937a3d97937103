package dev.porteclef.editing.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.confirmdialog.ConfirmDialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.editing.Export;
import dev.porteclef.editing.FrontMatter;
import dev.porteclef.editing.Publication;
import dev.porteclef.editing.Withdrawals;
import dev.porteclef.help.Misses;
import dev.porteclef.help.Sequels;
import dev.porteclef.help.Sequels.Share;
import dev.porteclef.live.Presence;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.security.access.AccessDeniedException;

/// The editors' pages, and who is kept out of them.
class EditingViewTest extends EditorsViewTest {

    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private Presence presence;

    @Autowired
    private Export export;

    @Test
    void the_list_leads_to_every_article_and_what_needs_work_stands_first() {
        drafts.save(FRENCH, 0, 0, text(FRENCH) + "\nEncore.\n");
        navigate("fr/editing", EditingView.class);
        var links = find(Anchor.class).withClassName("editing-name").all().stream()
                .map(Anchor::getHref)
                .toList();
        assertThat(links)
                .containsAll(help.shelf().families().stream()
                        .map(one -> "fr/editing/" + one)
                        .toList());
        assertThat(links.getFirst()).isEqualTo("fr/editing/ip-list");

        list("fr/editing", Map.of("show", "draft"));
        assertThat(find(Anchor.class).withClassName("editing-name").all()).hasSize(1);
        list("fr/editing", Map.of("show", "draft", "find", "nonce"));
        assertThat(find(Anchor.class).withClassName("editing-name").all()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CUSTOMER", "SUPPORT", "ADMIN"})
    void nobody_else_reads_or_writes_here(Role role) {
        session.close();
        session = as(role);
        UI.getCurrent().navigate("en/editing");
        assertThat(getCurrentView()).isNotInstanceOf(EditingView.class);
        UI.getCurrent().navigate("en/editing/ip-list");
        assertThat(getCurrentView()).isNotInstanceOf(ArticleEditorView.class);
        assertRefused(() -> desk.lines(Language.ENGLISH));
        assertRefused(() -> desk.manuscript(ENGLISH));
        assertRefused(() -> drafts.save(ENGLISH, 0, 0, "text"));
        assertRefused(() -> drafts.begin("new"));
        assertRefused(() -> publishing.publish("ip-list", Map.of(Language.ENGLISH, 1L), Map.of(), ""));
        assertRefused(() -> publishing.keep(ENGLISH, 1));
        assertRefused(() -> withdrawals.withdraw("ip-list", Map.of(), ""));
        assertRefused(() -> withdrawals.restore("ip-list", Map.of(), ""));
        assertRefused(() -> withdrawals.backToPackaged("ip-list", Map.of(), ""));
        assertRefused(() -> presence.enterArticle("ip-list"));
        assertRefused(() -> export.zip());
    }

    @Test
    void what_is_typed_is_kept_checked_and_drawn() {
        open();
        area("en")
                .setValue(text(ENGLISH).replace("If the key has", "Where the key has")
                        + "\nIt takes up to 20 addresses.\n");

        assertThat(desk.manuscript(ENGLISH).text())
                .contains("Where the key has")
                .endsWith("20 addresses.\n");
        assertThat(page()).contains("Draft, saved", "Line 34", "says how many addresses a list takes");
        assertThat(page()).contains("Where the key has an IP list without our address");
        navigate("fr/editing/ip-list", ArticleEditorView.class);
        assertThat(area("en").getValue()).as("in the other language, too").endsWith("20 addresses.\n");
        assertThat(page()).contains("Brouillon, enregistré");
        assertThat(find(Anchor.class).all())
                .as("links of the preview lead nowhere")
                .noneMatch(link -> link.getHref().contains("#do"));

        click("publish");
        assertThat(page()).contains("Pas publié");
        assertThat(desk.history(ENGLISH)).isEmpty();
    }

    @Test
    void a_correction_is_published_in_both_languages_and_taken_back_from_the_history() {
        open();
        area("en")
                .setValue(text(ENGLISH).replace("a typing error", "a mistake").replace("If the key", "Where the key"));
        assertThat(page()).contains("The French text will be behind");
        area("fr").setValue(text(FRENCH).replace("Si la clé a une liste", "Quand la clé a une liste"));
        click("follow");
        assertThat(page()).doesNotContain("The French text will be behind");
        find(TextField.class).withId("publish-remark").single().setValue("Clearer");
        click("publish");

        assertThat(page()).contains("Published in both languages", "Clearer", "Publication 1");
        assertThat(find(DiffText.class).all())
                .hasSize(2)
                .allSatisfy(difference -> assertThat(difference.getElement().getTextRecursively())
                        .contains("unchanged lines")
                        .doesNotContain("{#not}"));
        assertThat(help.shelf().find("ip-list", Language.FRENCH).orElseThrow().markdown())
                .contains("Quand la clé a une liste");
        assertThat(find(Button.class).withId("publish").all())
                .as("nothing is left")
                .isEmpty();

        click("restore-en-0");
        assertThat(area("en").getValue()).isEqualTo(help.packaged(ENGLISH).orElseThrow());
        assertThat(desk.manuscript(ENGLISH).draft()).isNotNull();
        click("undo-en");
        assertThat(area("en").getValue()).contains("Where the key");
    }

    @Test
    void two_editors_at_once_lose_nothing() {
        open();
        var before = text(ENGLISH);
        drafts.save(ENGLISH, 0, 0, before.replace("Compare its list", "Hold its list against"));
        area("en").setValue(before.replace("If the key has", "Where the key has"));

        assertThat(page()).contains("Somebody else has changed this text meanwhile", "Both changes fit together");
        assertThat(text(ENGLISH)).as("nothing is written unseen").doesNotContain("Where the key has");
        click("take-merged-en");
        assertThat(text(ENGLISH)).contains("Where the key has", "Hold its list against");
        assertThat(page()).doesNotContain("Somebody else has changed this text meanwhile");
        area("en").setValue(text(ENGLISH) + "\nMore.\n");
        assertThat(text(ENGLISH)).endsWith("More.\n");
    }

    @Test
    void a_draft_is_discarded_after_a_question_and_can_be_had_back() {
        open();
        area("fr").setValue(text(FRENCH) + "\nEncore.\n");
        click("discard-fr");
        test(find(ConfirmDialog.class).single()).confirm();
        assertThat(desk.manuscript(FRENCH).draft()).isNull();
        assertThat(area("fr").getValue()).doesNotContain("Encore.");

        click("undo-fr");
        assertThat(text(FRENCH)).endsWith("Encore.\n");
        assertThat(area("fr").getValue()).endsWith("Encore.\n");
    }

    @Test
    void what_an_upgrade_changed_under_an_edit_is_shown_and_decided() {
        drafts.save(FRENCH, 0, 0, text(FRENCH).replace("Si la clé a une liste", "Quand la clé a une liste"));
        publish(FRENCH);
        jdbi.useHandle(handle -> handle.execute(
                "update help_publication set base = ?",
                help.packaged(FRENCH).orElseThrow().replace("Une faute de frappe", "Une erreur")));
        list("en/editing", Map.of("show", "base-moved"));
        assertThat(find(Anchor.class).withClassName("editing-name").all()).hasSize(1);

        open();
        assertThat(page()).contains("A new version brought another French text", "What the new version changed");
        click("base-keep-fr");
        assertThat(page()).contains("The published text stays.", "Kept over a new version");
        assertThat(desk.history(FRENCH))
                .extracting(Publication::kind)
                .containsExactly(Publication.Kind.KEPT, Publication.Kind.PUBLISHED);
        assertThat(find(Button.class).withId("base-keep-fr").all()).isEmpty();
    }

    @Test
    void a_new_article_begins_with_what_every_article_has() {
        navigate("en/editing", EditingView.class);
        var name = find(TextField.class).withId("new-name").single();
        name.setValue("ip-list");
        click("new-begin");
        assertThat(name.isInvalid()).isTrue();
        name.setValue("keys-on-a-phone");
        click("new-begin");

        assertThat(find(H1.class).single().getText()).contains("keys-on-a-phone");
        assertThat(area("fr").getValue()).startsWith("---\nslug: keys-on-a-phone\n");
        assertThat(FrontMatter.value(area("fr").getValue(), FrontMatter.IN_STEP_WITH))
                .isNotEmpty();
        assertThat(page()).contains("has no \"title\"");
    }

    @Test
    void what_readers_did_not_find_and_what_became_of_them_is_told_where_somebody_knows() {
        var miss = new Misses.Miss("lost my phone", Language.ENGLISH, 3, Instant.EPOCH);
        var beans = new StaticListableBeanFactory(Map.of(
                "misses", (Misses) _ -> List.of(miss), "sequels", (Sequels) () -> Map.of("ip-list", new Share(9, 7))));
        var view = new EditingView(
                desk, drafts, export, beans.getBeanProvider(Misses.class), beans.getBeanProvider(Sequels.class));
        UI.getCurrent().add(view);
        view.draw();
        assertThat(view.getElement().getTextRecursively())
                .contains(
                        "lost my phone",
                        "English, 3 times, last on 1 Jan 1970",
                        "7 of 9 readers in trouble turned green");

        navigate("en/editing", EditingView.class);
        assertThat(page()).contains("no reader in trouble yet").doesNotContain("turned green");
    }

    private static void list(String path, Map<String, String> query) {
        UI.getCurrent().navigate(path, QueryParameters.simple(query));
    }

    private static void assertRefused(Runnable act) {
        assertThatThrownBy(act::run).isInstanceOf(AccessDeniedException.class);
    }
}
