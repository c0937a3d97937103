package dev.porteclef.shell.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;

/// The rules of a style sheet, of which a page needs only some. What is left out can match nothing in that page,
/// whatever state it comes into: a rule stays unless it asks for an element, a class or an id that the page does not
/// have.
///
/// @param text all of them
/// @param nodes the same, in their order
record StyleRules(String text, List<Node> nodes) {

    /// By this Vaadin's components know which theme they have; no rule reads it.
    private static final Set<String> READ_BY_SCRIPTS = Set.of("--vaadin-aura-theme");

    private static final Pattern READ = Pattern.compile("var\\(\\s*(--[\\w-]+)");
    /// What says nothing of which elements are there, or cannot be told without matching.
    private static final Pattern CONDITIONS = Pattern.compile("\\[[^]]*]|\\([^()]*\\)|::?[\\w-]+");

    private static final Pattern NAME = Pattern.compile("[.#]?[a-zA-Z_][\\w-]*");

    /// A part of a sheet. Its prelude is what stands before the brace, or all of it where there is none.
    sealed interface Node {}

    /// A rule, or what is not to be looked into (`@keyframes`).
    ///
    /// @param names for each selector what it asks for; empty where the rule always stays
    /// @param declarations what stands between the braces; empty where there are none
    private record Rule(String prelude, List<Set<String>> names, List<String> declarations) implements Node {}

    /// Rules under a condition (`@media`).
    private record Group(String prelude, List<Node> nodes) implements Node {}

    StyleRules {
        nodes = List.copyOf(nodes);
    }

    /// @param text without comments, as [StyleText#minified()] leaves it
    static StyleRules of(String text) {
        return new StyleRules(text, parts(text, '}').map(StyleRules::node).toList());
    }

    private static Node node(String part) {
        var brace = part.indexOf('{');
        if (brace < 0) {
            return new Rule(part, List.of(), List.of());
        }
        var prelude = part.substring(0, brace).strip();
        var inside = part.substring(brace + 1, part.lastIndexOf('}'));
        if (prelude.startsWith("@media") || prelude.startsWith("@supports")) {
            return new Group(prelude, of(inside).nodes());
        }
        if (prelude.startsWith("@")) {
            return new Rule(prelude, List.of(), List.of(inside));
        }
        var names = parts(prelude, ',').map(StyleRules::names).toList();
        return new Rule(prelude, names, parts(inside, ';').toList());
    }

    private static Set<String> names(String selector) {
        var bare = selector;
        for (var shorter = ""; !shorter.equals(bare); ) {
            shorter = bare;
            bare = CONDITIONS.matcher(bare).replaceAll("");
        }
        return NAME.matcher(bare).results().map(found -> found.group()).collect(Collectors.toUnmodifiableSet());
    }

    /// Cuts at `end` outside of quotes, parentheses and braces; a brace that is closed goes with its part.
    private static Stream<String> parts(String text, char end) {
        var parts = new ArrayList<String>();
        var depth = 0;
        var from = 0;
        var quote = '\0';
        for (var at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            if (quote != '\0') {
                quote = sign == quote && text.charAt(at - 1) != '\\' ? '\0' : quote;
                continue;
            }
            switch (sign) {
                case '"', '\'' -> quote = sign;
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth--;
                default -> {}
            }
            if (depth == 0 && (sign == end || (end == '}' && sign == ';'))) {
                parts.add(text.substring(from, end == '}' ? at + 1 : at).strip());
                from = at + 1;
            }
        }
        parts.add(text.substring(from).strip());
        return parts.stream().filter(part -> !part.isEmpty());
    }

    /// The rules that may match something in `page`, with the custom properties that they read.
    String usedIn(Document page) {
        var names = new HashSet<String>();
        var read = new HashSet<String>(READ_BY_SCRIPTS);
        for (var element : page.getAllElements()) {
            names.add(element.normalName());
            element.classNames().forEach(name -> names.add("." + name));
            names.add("#" + element.id());
            addRead(element.attr("style"), read);
        }
        var kept = keep(nodes, names);
        for (var before = -1; before < read.size(); ) {
            before = read.size();
            addAllRead(kept, read);
        }
        var text = new StringBuilder();
        write(kept, read, text);
        return text.toString();
    }

    private static List<Node> keep(List<Node> nodes, Set<String> names) {
        return nodes.stream().flatMap(node -> keep(node, names)).toList();
    }

    private static Stream<Node> keep(Node node, Set<String> names) {
        return switch (node) {
            case Rule rule ->
                rule.names().isEmpty() || rule.names().stream().anyMatch(names::containsAll)
                        ? Stream.of(rule)
                        : Stream.empty();
            case Group group -> {
                var inside = keep(group.nodes(), names);
                yield inside.isEmpty() ? Stream.empty() : Stream.of(new Group(group.prelude(), inside));
            }
        };
    }

    private static void addAllRead(List<Node> nodes, Set<String> read) {
        for (var node : nodes) {
            switch (node) {
                case Rule rule ->
                    rule.declarations().stream()
                            .filter(declaration -> isNeeded(declaration, read))
                            .forEach(declaration -> addRead(declaration, read));
                case Group group -> addAllRead(group.nodes(), read);
            }
        }
    }

    private static void addRead(String text, Set<String> read) {
        READ.matcher(text).results().forEach(found -> read.add(found.group(1)));
    }

    private static boolean isNeeded(String declaration, Set<String> read) {
        return !declaration.startsWith("--") || read.contains(declaration.substring(0, declaration.indexOf(':')));
    }

    private static void write(List<Node> nodes, Set<String> read, StringBuilder text) {
        for (var node : nodes) {
            switch (node) {
                case Rule rule when rule.declarations().isEmpty() -> text.append(rule.prelude());
                case Rule rule -> {
                    var needed = rule.declarations().stream()
                            .filter(declaration -> isNeeded(declaration, read))
                            .collect(Collectors.joining(";"));
                    if (!needed.isEmpty()) {
                        text.append(rule.prelude()).append('{').append(needed).append('}');
                    }
                }
                case Group(var prelude, var inside) -> {
                    text.append(prelude).append('{');
                    write(inside, read, text);
                    text.append('}');
                }
            }
        }
    }
}
