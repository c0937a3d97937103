package dev.porteclef.shell.first;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.platform.ui.PageHead;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Writes what a page's head tells search engines and whoever shows a link to it.
@Component
class HeadWriter {

    private final String brand;
    private final JsonMapper json = JsonMapper.shared();

    HeadWriter(Installation installation) {
        brand = installation.brand().name();
    }

    /// @param portal the portal's address, without a slash at the end; where it is not known, nothing before the first
    ///     slash
    void write(Document document, String portal, Page page) {
        var told = page.head();
        document.title(told.title());
        var head = document.head();
        if (!told.description().isEmpty()) {
            meta(head, "name", "description", told.description());
        }
        if (!told.indexed()) {
            hide(document);
            return;
        }
        var here = address(portal, page, page.language());
        link(head, "canonical", here);
        for (var language : Language.values()) {
            link(head, "alternate", address(portal, page, language)).attr("hreflang", language.tag());
        }
        link(head, "alternate", otherwise(portal, page)).attr("hreflang", "x-default");
        link(head, "alternate", portal + "/" + page.language().tag() + "/changes.atom")
                .attr("type", "application/atom+xml");
        share(head, told, here, page.language());
        told.structured()
                .forEach(description -> head.appendElement("script")
                        .attr("type", "application/ld+json")
                        .appendChild(new DataNode(inScript(resolved(portal, description)))));
    }

    /// Nobody is to find the page.
    static void hide(Document document) {
        meta(document.head(), "name", "robots", "noindex");
    }

    private void share(Element head, PageHead told, String here, Language language) {
        meta(head, "property", "og:type", "website");
        meta(head, "property", "og:site_name", brand);
        meta(head, "property", "og:title", told.title());
        meta(head, "property", "og:description", told.description());
        if (!here.startsWith("/")) {
            // Whoever shows a link to the page has its address; this one would have to be whole.
            meta(head, "property", "og:url", here);
        }
        meta(head, "property", "og:locale", locale(language));
        meta(head, "property", "og:locale:alternate", locale(language.other()));
    }

    private static String locale(Language language) {
        return language.formats().toString();
    }

    private static String address(String portal, Page page, Language language) {
        return portal + "/" + page.addressIn(language).replaceFirst("\\?.*", "");
    }

    /// For readers of any other language: the front page finds out by itself, all others are English.
    private static String otherwise(String portal, Page page) {
        var english = address(portal, page, Language.ENGLISH);
        return english.equals(portal + "/" + Language.ENGLISH.tag()) ? portal + "/" : english;
    }

    private String inScript(Object description) {
        // Nothing in it may end the script.
        return json.writeValueAsString(description).replace("<", "\\u003c").replace(">", "\\u003e");
    }

    private static Object resolved(String portal, Object value) {
        return switch (value) {
            case URI address when !address.isAbsolute() -> portal + "/" + address;
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<Object, Object>();
                map.forEach((name, said) -> copy.put(name, resolved(portal, said)));
                yield copy;
            }
            case List<?> list ->
                list.stream().map(said -> resolved(portal, said)).toList();
            default -> value;
        };
    }

    private static Element link(Element head, String kind, String address) {
        return head.appendElement("link").attr("rel", kind).attr("href", address);
    }

    private static void meta(Element head, String naming, String name, String content) {
        head.appendElement("meta").attr(naming, name).attr("content", content);
    }
}
