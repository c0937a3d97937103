package dev.porteclef.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.Browser.Screen;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

/// An editor corrects a sentence in both languages; a reader who never signed in reads it without a restart.
class EditingE2E {

    private static final String OLD = "Key and secret need not be pasted again.";
    private static final String NEW = "There is no need to paste key and secret again.";
    private static final String ANCIEN = "Inutile de recoller la clé et le secret.";
    private static final String NOUVEAU = "Tu n'as pas à recoller la clé et le secret.";

    @Test
    void a_correction_is_read_in_both_languages_at_once() throws Exception {
        try (var editor = new Customer(Portal.running().address(), Language.ENGLISH, Screen.DESKTOP);
                var reader = Customer.onPhone(Language.ENGLISH);
                var lectrice = Customer.onPhone(Language.FRENCH)) {
            reader.open("/help/bitfinex/ip-list");
            assertThat(reader.page().getByText(OLD)).isVisible();
            lectrice.open("/help/bitfinex/ip-list");
            assertThat(lectrice.page().getByText(ANCIEN)).isVisible();

            var inspection = Inspection.inBothSchemes(editor);
            var page = editor.page();
            editor.signIn(Portal.running(), "editor@demo.example");
            editor.open("");
            editor.link("shell.nav.editing").click();
            page.waitForURL(Pattern.compile("/editing$"));
            inspection.look("/editing");
            editor.field("editing-find").fill("ip-list");
            page.waitForURL(Pattern.compile("find=ip-list"));
            page.locator("a[href$='editing/ip-list']").click();
            correct(editor, "text-en", OLD, NEW);
            correct(editor, "text-fr", ANCIEN, NOUVEAU);
            page.locator("#follow").click();
            assertThat(page.getByText(editor.text("editing.follow.yes"))).isVisible();
            inspection.look("/editing/ip-list");

            editor.field("publish-remark").fill("Shorter");
            page.locator("#publish").click();
            assertThat(page.getByText(editor.text("editing.published.both"))).isVisible();
            inspection.look("/editing/ip-list published");
            reader.page().reload();
            assertThat(reader.page().getByText(NEW)).isVisible();
            lectrice.page().reload();
            assertThat(lectrice.page().getByText(NOUVEAU)).isVisible();

            editor.open("/editing");
            var download = page.waitForDownload(() -> page.locator("#export").click());
            try (var zip = new ZipFile(download.path().toFile())) {
                assertThat(zip.getEntry("db/content/help/fr/ip-list.md")).isNotNull();
            }
            disagree(editor, inspection);
            together(editor, inspection);
            goBack(editor, inspection);
            reader.page().reload();
            assertThat(reader.page().getByText(OLD)).isVisible();
            lectrice.page().reload();
            assertThat(lectrice.page().getByText(ANCIEN)).isVisible();
            inspection.end();
        }
    }

    /// In another window somebody saves first.
    private static void disagree(Customer editor, Inspection inspection) {
        var page = editor.page();
        editor.open("/editing/ip-list");
        var area = editor.field("text-en");
        assertThat(area).hasValue(Pattern.compile(NEW));
        try (var other = page.context().newPage()) {
            other.navigate(editor.at("/editing/ip-list"));
            var theirs = other.locator("#text-en textarea");
            assertThat(theirs).hasValue(Pattern.compile(NEW));
            theirs.fill(theirs.inputValue() + "\nOne more sentence.\n");
            assertThat(other.locator("section:has(#text-en) .editor-state"))
                    .containsText(editor.text("editing.state.draft", "").strip());
        }
        area.fill(area.inputValue().replace(NEW, OLD));
        assertThat(page.locator("#take-merged-en")).isVisible();
        inspection.look("/editing/ip-list in conflict");
        page.locator("#take-merged-en").click();
        assertThat(area).hasValue(Pattern.compile("One more sentence"));
        assertThat(area).hasValue(Pattern.compile(OLD));
        assertThat(page.locator("#take-merged-en")).hasCount(0);
    }

    /// Another browser has the article open: each tells of the other, and of what the other saves before anything is
    /// typed.
    private static void together(Customer editor, Inspection inspection) {
        var page = editor.page();
        editor.open("/editing/ip-list");
        try (var other = new Customer(Portal.running().address(), Language.FRENCH, Screen.DESKTOP)) {
            other.signIn(Portal.running(), "editor@demo.example");
            other.open("/editing/ip-list");
            assertThat(page.locator(".fellow")).hasCount(1);
            assertThat(page.locator(".fellow"))
                    .containsText(editor.text("editing.beside.self", "")
                            .replace(".", "")
                            .strip());
            assertThat(other.page().locator(".fellow")).hasCount(1);

            var theirs = other.field("text-fr");
            assertThat(theirs).hasValue(Pattern.compile("---"));
            theirs.fill(theirs.inputValue() + "\nUne phrase de plus.\n");
            assertThat(page.locator("#news-take-fr")).isVisible();
            assertThat(editor.field("text-fr")).not().hasValue(Pattern.compile("Une phrase de plus"));
            inspection.look("/editing/ip-list with news of another editor");
            page.locator("#news-compare-fr").click();
            assertThat(page.locator("#take-merged-fr")).isVisible();
            page.locator("#take-theirs-fr").click();
            assertThat(editor.field("text-fr")).hasValue(Pattern.compile("Une phrase de plus"));
            other.page().locator("main nav a[href$='fr/editing']").click();
            assertThat(page.locator(".fellow")).hasCount(0);
        }
    }

    /// Readers get the packaged texts back, after a question.
    private static void goBack(Customer editor, Inspection inspection) {
        var page = editor.page();
        page.locator("#withdraw").click();
        var yes = page.locator("[slot=confirm-button]:visible");
        assertThat(yes).hasText(editor.text("editing.withdraw.BACK_TO_PACKAGED.act"));
        yes.click();
        assertThat(page.getByText(editor.text("editing.withdraw.BACK_TO_PACKAGED.done")))
                .isVisible();
        assertThat(page.locator("#withdraw")).isHidden();
        inspection.look("/editing/ip-list back to the packaged text");
    }

    private static void correct(Customer editor, String field, String old, String now) {
        var area = editor.field(field);
        assertThat(area).hasValue(Pattern.compile(old));
        area.fill(area.inputValue().replace(old, now));
        assertThat(editor.page().locator("section:has(#" + field + ") .editor-state"))
                .containsText(editor.text("editing.state.draft", "").strip());
        editor.settle();
    }
}
