package dev.porteclef.key.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.stream.Stream;

/// Reads what a component shows, by the classes of its parts.
final class Parts {

    private Parts() {}

    /// The element and all below it, pieces of text excepted.
    static Stream<Element> all(Element root) {
        return Stream.concat(
                Stream.of(root),
                root.getChildren().filter(child -> !child.isTextNode()).flatMap(Parts::all));
    }

    static List<Element> of(Component component, String className) {
        return all(component.getElement())
                .filter(element -> element.getClassList().contains(className))
                .toList();
    }

    static String text(Component component, String className) {
        return of(component, className).stream()
                .findFirst()
                .map(Element::getTextRecursively)
                .orElse("");
    }

    static List<Element> tags(Component component, String tag) {
        return all(component.getElement())
                .filter(element -> element.getTag().equals(tag))
                .toList();
    }

    static List<String> links(Component component) {
        return tags(component, "a").stream()
                .map(link -> link.getAttribute("href"))
                .toList();
    }
}
