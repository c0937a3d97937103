package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.H4;
import com.vaadin.flow.component.html.Paragraph;
import dev.porteclef.help.Article;
import dev.porteclef.platform.i18n.Language;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// An article as readers would see it, whose links lead nowhere: an editor who follows one would leave the text.
final class Preview extends Composite<Div> {

    Preview(Language language) {
        getContent().addClassName("preview");
        getContent().getElement().setAttribute("lang", language.tag());
    }

    void show(Article article) {
        getContent().removeAll();
        var summary = new Paragraph(article.summary());
        summary.addClassName("lede");
        getContent().add(heading(new H3(), article.titleHtml()), summary);
        if (!article.lead().isBlank()) {
            getContent().add(prose(article.lead()));
        }
        for (var section : article.sections()) {
            getContent().add(heading(new H4(), section.heading()), prose(section.html()));
        }
    }

    private static Component heading(HtmlContainer heading, String html) {
        heading.add(new Html("<span>" + inert(html) + "</span>"));
        return heading;
    }

    private static Html prose(String html) {
        return new Html("<div class=\"prose\">" + inert(html) + "</div>");
    }

    private static String inert(String html) {
        var body = Jsoup.parseBodyFragment(html)
                .outputSettings(new Document.OutputSettings().prettyPrint(false))
                .body();
        body.select("a").forEach(link -> link.removeAttr("href").addClass("inert"));
        return body.html();
    }
}
