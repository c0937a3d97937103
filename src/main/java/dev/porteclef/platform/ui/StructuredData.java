package dev.porteclef.platform.ui;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Descriptions after schema.org that several pages give of themselves.
public final class StructuredData {

    private StructuredData() {}

    /// A step on the way from the front page to a page.
    ///
    /// @param address from the application's root
    public record Crumb(String name, String address) {}

    /// One description: `type` of schema.org and what is said of it.
    public static Map<String, Object> of(String type, Map<String, Object> said) {
        var description = new java.util.LinkedHashMap<String, Object>();
        description.put("@context", "https://schema.org");
        description.put("@type", type);
        description.putAll(said);
        return description;
    }

    /// The way to a page, the front page first.
    public static Map<String, Object> breadcrumbs(Crumb... way) {
        var steps = new ArrayList<Map<String, Object>>();
        for (var crumb : List.of(way)) {
            steps.add(Map.of(
                    "@type",
                    "ListItem",
                    "position",
                    steps.size() + 1,
                    "name",
                    crumb.name(),
                    "item",
                    URI.create(crumb.address())));
        }
        return of("BreadcrumbList", Map.of("itemListElement", steps));
    }

    /// Questions with their answers, which stand on the page as they are told here.
    ///
    /// @param answers HTML by question, in the order of the page
    public static Map<String, Object> questions(Map<String, String> answers) {
        var entries = answers.entrySet().stream()
                .<Map<String, Object>>map(entry -> Map.of(
                        "@type", "Question",
                        "name", entry.getKey(),
                        "acceptedAnswer", Map.of("@type", "Answer", "text", entry.getValue())))
                .toList();
        return of("FAQPage", Map.of("mainEntity", entries));
    }
}
