package dev.porteclef.editing.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.editing.FrontMatter;
import dev.porteclef.editing.Publication;
import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.platform.i18n.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What was published is taken from readers after a question, and given back.
class WithdrawViewTest extends EditorsViewTest {

    private static final ArticleId NEW_ENGLISH = new ArticleId("keys-on-a-phone", Language.ENGLISH);
    private static final ArticleId NEW_FRENCH = new ArticleId("keys-on-a-phone", Language.FRENCH);

    @Test
    void an_edit_goes_back_to_the_text_of_the_portal() {
        open();
        assertThat(find(Button.class).withId("withdraw").all())
                .as("there is nothing to go back from")
                .isEmpty();
        area("fr").setValue(text(FRENCH).replace("Si la clé a une liste", "Quand la clé a une liste"));
        click("publish");
        find(TextField.class).withId("withdraw-remark").single().setValue("Was better");
        click("withdraw");
        assertThat(desk.history(FRENCH)).as("not before the question").hasSize(1);
        confirm();

        assertThat(page())
                .contains(
                        "Readers see the text that comes with the portal",
                        "Back to the text of the portal",
                        "Was better");
        assertThat(help.shelf().find("ip-list", Language.FRENCH).orElseThrow().markdown())
                .isEqualTo(help.packaged(FRENCH).orElseThrow());
        assertThat(area("fr").getValue()).isEqualTo(help.packaged(FRENCH).orElseThrow());
        assertThat(find(Button.class).withId("withdraw").all()).isEmpty();
    }

    @Test
    void a_new_article_is_withdrawn_and_shown_again() {
        publishNewArticle();
        navigate("fr/editing/keys-on-a-phone", ArticleEditorView.class);
        click("withdraw");
        confirm();
        assertThat(page()).contains("L'article est retiré", "Retiré le");
        assertThat(help.shelf().find("keys-on-a-phone", Language.FRENCH)).isEmpty();
        assertThat(area("fr").getValue()).contains("title: Clés");
        UI.getCurrentOrThrow().navigate("fr/editing", QueryParameters.simple(Map.of("show", "withdrawn")));
        assertThat(find(Anchor.class).withClassName("editing-name").single().getText())
                .isEqualTo("Clés");
        assertThat(find(UnorderedList.class)
                        .withClassName("editing-list")
                        .single()
                        .getElement()
                        .getTextRecursively())
                .contains("Retiré")
                .doesNotContain("manquante");

        navigate("en/editing/keys-on-a-phone", ArticleEditorView.class);
        click("withdraw");
        confirm();
        assertThat(page()).contains("Readers see the article again");
        assertThat(help.shelf().find("keys-on-a-phone", Language.FRENCH)).isPresent();
        assertThat(desk.history(NEW_FRENCH))
                .extracting(Publication::kind)
                .first()
                .isEqualTo(Publication.Kind.RESTORED);
    }

    @Test
    void who_leads_to_it_is_told_with_the_way_there() {
        publishNewArticle();
        for (var id : new ArticleId[] {ENGLISH, FRENCH}) {
            drafts.save(id, 0, 0, text(id) + "\n[](help:keys-on-a-phone)\n");
        }
        publish(ENGLISH, FRENCH);
        assertThat(desk.history(FRENCH)).hasSize(1);

        navigate("en/editing/keys-on-a-phone", ArticleEditorView.class);
        click("withdraw");
        confirm();
        assertThat(page()).contains("Not withdrawn: other articles lead to it", "links to help:keys-on-a-phone");
        assertThat(find(Anchor.class, find(WithdrawPanel.class).single()).all())
                .extracting(Anchor::getHref)
                .containsOnly("en/editing/ip-list");
        assertThat(help.shelf().find("keys-on-a-phone", Language.ENGLISH)).isPresent();
    }

    @Test
    void what_somebody_else_published_meanwhile_is_not_taken_away_unseen() {
        publishNewArticle();
        navigate("en/editing/keys-on-a-phone", ArticleEditorView.class);
        click("withdraw");
        drafts.save(NEW_ENGLISH, 0, 1, text(NEW_ENGLISH).replace("title: Clés", "title: Keys"));
        publish(NEW_ENGLISH);
        confirm();
        assertThat(page()).contains("Somebody else has decided or saved meanwhile");
        assertThat(help.shelf().find("keys-on-a-phone", Language.ENGLISH)).isPresent();
    }

    private void publishNewArticle() {
        drafts.begin("keys-on-a-phone");
        var original = complete(NEW_ENGLISH, text(NEW_ENGLISH));
        complete(NEW_FRENCH, FrontMatter.with(text(NEW_FRENCH), FrontMatter.IN_STEP_WITH, HelpCenter.hash(original)));
        publish(NEW_ENGLISH, NEW_FRENCH);
        assertThat(help.shelf().find("keys-on-a-phone", Language.FRENCH)).isPresent();
    }

    private String complete(ArticleId id, String skeleton) {
        var text = skeleton;
        for (var said : Map.of("title", "Clés", "summary", "Words.", "sources", "[README.md]", "asked-as", "[keys]")
                .entrySet()) {
            text = FrontMatter.with(text, said.getKey(), said.getValue());
        }
        drafts.save(id, desk.manuscript(id).version(), 0, text);
        return text;
    }
}
