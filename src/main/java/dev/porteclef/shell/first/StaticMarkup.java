package dev.porteclef.shell.first;

import com.vaadin.flow.dom.Element;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.TextNode;

/// A tree of Flow's elements as HTML that needs no script: what a browser would show of it, and links that it follows
/// by itself. What only works once scripts run is there, and inert.
final class StaticMarkup {

    /// Properties that HTML knows as attributes of the same name.
    private static final Set<String> FLAGS = Set.of("checked", "disabled", "hidden", "open", "required");

    private static final Set<String> VALUES = Set.of("value", "label", "placeholder", "title");

    private final Document document;
    private final String address;

    /// @param address of the page, without a fragment, as links inside it have to say it below a `<base>`
    StaticMarkup(Document document, String address) {
        this.document = document;
        this.address = address;
    }

    org.jsoup.nodes.Element of(Element root) {
        var drawn = draw(root);
        for (var link : drawn.select("a[href]")) {
            // Whoever clicks while the scripts start is taken there by the browser.
            link.attr("router-ignore", true);
            if (link.attr("href").startsWith("#")) {
                link.attr("href", address + link.attr("href"));
            }
        }
        for (var radio : drawn.select("input[type=radio][name]")) {
            if (radio.closest("form") == null) {
                // Or the browser would take it and the live page's for one group, of which one is chosen.
                radio.attr("name", "first-" + radio.attr("name"));
            }
        }
        return drawn;
    }

    private org.jsoup.nodes.Element draw(Element element) {
        var target = document.createElement(element.getTag());
        if (!element.isVisible()) {
            return target.attr("hidden", true);
        }
        element.getAttributeNames().forEach(name -> {
            var value = element.getAttribute(name);
            target.attr(name, value == null ? "" : value);
        });
        element.getPropertyNames().forEach(name -> property(target, element, name));
        element.getChildren()
                .forEach(child -> target.appendChild(child.isTextNode() ? new TextNode(child.getText()) : draw(child)));
        if (element.getTag().startsWith("vaadin-")) {
            target.removeAttr("tabindex").removeAttr("autofocus").attr("inert", true);
        }
        return target;
    }

    private static void property(org.jsoup.nodes.Element target, Element element, String name) {
        if (name.equals("innerHTML")) {
            target.html(element.getProperty(name, ""));
        } else if (FLAGS.contains(name)) {
            if (element.getProperty(name, false)) {
                target.attr(name, true);
            }
        } else if (VALUES.contains(name)) {
            target.attr(name, element.getProperty(name, ""));
        }
    }
}
