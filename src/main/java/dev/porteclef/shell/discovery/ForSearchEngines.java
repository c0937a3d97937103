package dev.porteclef.shell.discovery;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import dev.porteclef.platform.ui.PublicPages.PublicPage;
import dev.porteclef.shell.first.PortalAddress;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What search engines ask for before anything else: which pages there are, and which are none of their business.
@RestController
class ForSearchEngines {

    private static final String SITEMAP = "/sitemap.xml";
    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    /// Search engines ask once a day or less often.
    private static final Duration FRESH = Duration.ofHours(1);

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private static final MediaType PLAIN = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final PageList pages;
    private final PortalAddress portal;
    private final Conditional conditional;

    ForSearchEngines(PageList pages, PortalAddress portal, Conditional conditional) {
        this.pages = pages;
        this.portal = portal;
        this.conditional = conditional;
    }

    @GetMapping(value = SITEMAP, produces = MediaType.APPLICATION_XML_VALUE)
    ResponseEntity<byte[]> sitemap(HttpServletRequest request) {
        var root = portal.of(request);
        var sitemap = Xml.document("urlset", NAMESPACE, xml -> {
            xml.prefix("xhtml", XHTML);
            for (var page : pages.all()) {
                for (var language : Language.values()) {
                    xml.element("url", _ -> describe(xml, root, page, language));
                }
            }
        });
        return conditional.answer(sitemap, MediaType.APPLICATION_XML, FRESH);
    }

    private static void describe(Xml xml, String root, PublicPage page, Language language) {
        xml.text("loc", root + PageList.address(page, language));
        xml.text("lastmod", page.lastChanged().toString());
        for (var other : Language.values()) {
            alternate(xml, other.tag(), root + PageList.address(page, other));
        }
        alternate(xml, "x-default", root + (isFront(page) ? "/" : PageList.address(page, Language.ENGLISH)));
    }

    /// Whose language the visitor's browser chooses.
    private static boolean isFront(PublicPage page) {
        return page.address().en().equals(Addresses.home(Language.ENGLISH));
    }

    private static void alternate(Xml xml, String language, String address) {
        xml.element(
                "xhtml:link",
                _ -> xml.with("rel", "alternate").with("hreflang", language).with("href", address));
    }

    @GetMapping(value = "/robots.txt", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> robots(HttpServletRequest request) {
        var closed = Stream.of(Language.values())
                .flatMap(ForSearchEngines::ofSignedInPeople)
                .map(path -> "Disallow: " + request.getContextPath() + "/" + path + "\n")
                .collect(Collectors.joining());
        var robots = "User-agent: *\n" + closed + "\nSitemap: " + portal.of(request) + SITEMAP + "\n";
        return conditional.answer(robots.getBytes(StandardCharsets.UTF_8), PLAIN, FRESH);
    }

    private static Stream<String> ofSignedInPeople(Language language) {
        return Stream.of(
                Addresses.keys(language),
                Addresses.desk(language),
                Addresses.editing(language),
                Addresses.reminders(language),
                Addresses.journal(language),
                Addresses.unsubscribe(language, ""),
                Addresses.practice(language, ""));
    }
}
