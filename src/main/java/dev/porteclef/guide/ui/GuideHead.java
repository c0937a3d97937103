package dev.porteclef.guide.ui;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.guide.GuideDocument;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.PageHead;
import dev.porteclef.platform.ui.StructuredData;
import dev.porteclef.platform.ui.StructuredData.Crumb;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;

/// What search engines are told of a guide: an article, with questions where it has some.
final class GuideHead {

    private GuideHead() {}

    /// @param home the front page's name
    static PageHead of(GuideDocument document, Exchange exchange, String home) {
        var language = document.language();
        var address = Addresses.guide(language, exchange.id().value());
        var structured = new ArrayList<Map<String, Object>>();
        structured.add(StructuredData.breadcrumbs(
                new Crumb(home, Addresses.home(language)), new Crumb(document.title(), address)));
        structured.add(StructuredData.of(
                "TechArticle",
                Map.of(
                        "headline", document.title(),
                        "description", document.description(),
                        "inLanguage", language.tag(),
                        "url", URI.create(address),
                        "dateModified", exchange.checkedOn().toString())));
        var questions = questions(document);
        if (!questions.isEmpty()) {
            structured.add(StructuredData.questions(questions));
        }
        return new PageHead(document.title(), document.description(), true, List.copyOf(structured));
    }

    private static Map<String, String> questions(GuideDocument document) {
        var answers = new LinkedHashMap<String, String>();
        document.section(GuideContent.QUESTIONS).stream()
                .flatMap(GuideDocument.Section::subSections)
                .forEach(question -> answers.put(text(question.heading()), text(question.html())));
        return answers;
    }

    private static String text(String html) {
        return Jsoup.parse(html).text();
    }
}
