package dev.porteclef.shell.discovery;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.ui.PublicPages.PublicPage;
import dev.porteclef.shell.first.PortalAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The feed (Atom, RFC 4287) of public pages by the day on which they last changed.
@RestController
class ChangesFeed {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    /// Whoever reads feeds asks often; what is older has been read.
    private static final int MOST = 50;

    private final PageList pages;
    private final PortalAddress portal;
    private final Conditional conditional;
    private final Texts texts;
    private final String brand;

    ChangesFeed(PageList pages, PortalAddress portal, Conditional conditional, Texts texts, Installation installation) {
        this.pages = pages;
        this.portal = portal;
        this.conditional = conditional;
        this.texts = texts;
        brand = installation.brand().name();
    }

    @GetMapping(value = "/{locale:en|fr}/changes.atom", produces = MediaType.APPLICATION_ATOM_XML_VALUE)
    ResponseEntity<byte[]> changes(@PathVariable("locale") String locale, HttpServletRequest request) {
        var language = Language.of(locale).orElseThrow();
        var feed = Xml.document("feed", ATOM, xml -> write(xml.with("xml:lang", locale), portal.of(request), language));
        // Whoever follows changes wants to know them at once.
        return conditional.answer(feed, MediaType.APPLICATION_ATOM_XML, Duration.ZERO);
    }

    private void write(Xml xml, String root, Language language) {
        var changed = pages.all().stream()
                .sorted(Comparator.comparing(PublicPage::lastChanged).reversed())
                .limit(MOST)
                .toList();
        var self = root + "/" + language.tag() + "/changes.atom";
        xml.text("title", texts.get(language, "shell.feed.title", brand));
        xml.text("id", self);
        xml.text("updated", at(newest(changed)));
        xml.element("author", _ -> xml.text("name", brand));
        link(xml, "self", self);
        link(xml, "alternate", root + "/" + language.tag());
        changed.forEach(page -> xml.element("entry", _ -> entry(xml, root, page, language)));
    }

    private static void entry(Xml xml, String root, PublicPage page, Language language) {
        var address = root + PageList.address(page, language);
        xml.text("title", page.title().in(language));
        xml.text("id", address);
        xml.text("updated", at(page.lastChanged()));
        link(xml, "alternate", address);
        xml.text("summary", page.summary().in(language));
    }

    private static void link(Xml xml, String kind, String address) {
        xml.element("link", _ -> xml.with("rel", kind).with("href", address));
    }

    private static LocalDate newest(List<PublicPage> pages) {
        return pages.isEmpty() ? LocalDate.EPOCH : pages.getFirst().lastChanged();
    }

    private static String at(LocalDate day) {
        return day + "T00:00:00Z";
    }
}
