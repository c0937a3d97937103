package dev.porteclef.mail;

import dev.porteclef.mail.Letter.Fact;
import dev.porteclef.platform.i18n.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// The frame of `mail/letter.html`, filled in. Texts enter as text nodes, so that no one's words become markup.
final class LetterPage {

    private static final String FRAME = frame();

    private final Document page;

    private LetterPage(Document page) {
        this.page = page;
    }

    static LetterPage open(Language language) {
        var page = Jsoup.parse(FRAME);
        page.outputSettings().prettyPrint(false);
        Objects.requireNonNull(page.selectFirst("html")).attr("lang", language.tag());
        return new LetterPage(page);
    }

    void fill(String slot, String text) {
        slot(slot).text(text);
    }

    void paragraphs(String slot, List<String> texts) {
        texts.forEach(text -> slot(slot).appendElement("p").text(text));
    }

    void facts(List<Fact> facts) {
        for (var fact : facts) {
            var row = slot("facts").appendElement("tr");
            row.appendElement("th").attr("scope", "row").text(fact.name());
            row.appendElement("td").text(fact.value());
        }
    }

    void link(String address, String text) {
        slot("end").appendText(" ").appendElement("a").attr("href", address).text(text);
    }

    String html(String title) {
        page.title(title);
        return page.outerHtml();
    }

    private Element slot(String name) {
        return Objects.requireNonNull(page.selectFirst("[data-slot=" + name + "]"), name);
    }

    private static String frame() {
        try (var file = LetterPage.class.getResourceAsStream("/mail/letter.html")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
