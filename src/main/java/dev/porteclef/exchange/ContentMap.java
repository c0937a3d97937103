package dev.porteclef.exchange;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// One mapping of a content file, read key by key. Every getter reports what is missing or malformed with its line and
/// then returns a stand-in, so that one pass finds all faults. A key nobody asked for is a fault as well.
final class ContentMap {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final URI NOWHERE = URI.create("https://invalid");

    private final ContentFile file;
    private final String subject;
    private final int line;
    private final SequencedMap<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private ContentMap(ContentFile file, String subject, MappingNode node) {
        this.file = file;
        this.subject = subject;
        this.line = YamlNodes.line(node);
        for (var tuple : node.getValue()) {
            var keyLine = YamlNodes.line(tuple.getKeyNode());
            if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
                file.report(keyLine, subject + " has a key that is not a word");
            } else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
                file.report(keyLine, subject + " says \"" + key.getValue() + "\" twice");
            } else {
                lines.put(key.getValue(), keyLine);
            }
        }
    }

    /// Hands the mapping to `reader` and reports the keys it did not ask for.
    static <T> T readWith(ContentFile file, String subject, MappingNode node, Function<ContentMap, T> reader) {
        var map = new ContentMap(file, subject, node);
        var result = reader.apply(map);
        map.values.keySet().stream()
                .filter(key -> !map.asked.contains(key))
                .forEach(key -> map.report(key, "has an unknown key \"" + key + "\""));
        return result;
    }

    /// Reports a fault of this mapping at the line of `key`, or at its own first line where the key is missing.
    void report(String key, String sentence) {
        file.report(lineOf(key), subject + " " + sentence);
    }

    private int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    boolean says(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        require(key);
        var text = optionalText(key);
        return text == null ? "" : text;
    }

    @Nullable
    String optionalText(String key) {
        var node = value(key);
        return node == null ? null : scalar(key, node);
    }

    /// A name that may stand in an address (letters, digits, dot, hyphen, underscore) and is not among `taken` yet.
    String id(String key, Set<String> taken) {
        var id = text(key);
        if (!id.isEmpty() && !ID.matcher(id).matches()) {
            report(key, "has a \"" + key + "\" with characters that cannot stand in an address");
        }
        if (!id.isEmpty() && !taken.add(id)) {
            report(key, "is there twice");
        }
        return id;
    }

    LocalizedText localized(String key) {
        require(key);
        var text = optionalLocalized(key);
        return text == null ? new LocalizedText("?", "?") : text;
    }

    @Nullable
    LocalizedText optionalLocalized(String key) {
        return switch (value(key)) {
            case null -> null;
            case MappingNode mapping ->
                readWith(
                        file,
                        "\"" + key + "\" of " + subject,
                        mapping,
                        texts -> new LocalizedText(
                                translation(key, texts, Language.ENGLISH), translation(key, texts, Language.FRENCH)));
            default -> {
                report(key, "has a \"" + key + "\" without languages");
                yield null;
            }
        };
    }

    private String translation(String key, ContentMap texts, Language language) {
        var node = texts.value(language.tag());
        if (node instanceof ScalarNode scalar && !YamlNodes.isEmpty(scalar)) {
            return scalar.getValue();
        }
        var at = node == null ? lineOf(key) : texts.lineOf(language.tag());
        file.report(at, subject + " has no " + language.locale().getDisplayLanguage(Locale.ENGLISH) + " " + key);
        return "?";
    }

    /// A day as `2026-11-20`, not later than `today`.
    LocalDate date(String key, LocalDate today) {
        require(key);
        var date = parsed(key, "no day like 2026-11-20", LocalDate::parse);
        if (date != null && date.isAfter(today)) {
            report(key, "has a \"" + key + "\" in the future: " + date);
        }
        return date == null ? LocalDate.EPOCH : date;
    }

    URI https(String key) {
        require(key);
        var uri = optionalHttps(key);
        return uri == null ? NOWHERE : uri;
    }

    @Nullable
    URI optionalHttps(String key) {
        return parsed(key, "no https address", text -> {
            var uri = URI.create(text);
            if (!"https".equals(uri.getScheme()) || uri.getHost() == null || uri.getUserInfo() != null) {
                throw new IllegalArgumentException();
            }
            return uri;
        });
    }

    /// A number that is not negative.
    int count(String key) {
        require(key);
        var count = optionalCount(key);
        return count == null ? 0 : count;
    }

    @Nullable
    Integer optionalCount(String key) {
        return parsed(key, "no number", Integer::parseUnsignedInt);
    }

    @Nullable
    Boolean optionalFlag(String key) {
        return parsed(key, "neither true nor false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException();
        });
    }

    @Nullable
    Pattern optionalPattern(String key) {
        return parsed(key, "no regular expression", Pattern::compile);
    }

    /// A constant written in lower case; the first one stands in for a wrong one.
    <E extends Enum<E>> E constant(String key, Class<E> type) {
        require(key);
        var names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        var constant = parsed(
                key,
                "none of " + names.toLowerCase(Locale.ROOT),
                text -> Enum.valueOf(type, text.toUpperCase(Locale.ROOT)));
        return constant == null ? type.getEnumConstants()[0] : constant;
    }

    /// What `parser` makes of the text, `null` where there is none or, reported as `fault`, where it throws.
    private <T> @Nullable T parsed(String key, String fault, Function<String, T> parser) {
        var text = optionalText(key);
        try {
            return text == null ? null : parser.apply(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            report(key, "has a \"" + key + "\" that is " + fault + ": " + text);
            return null;
        }
    }

    private void require(String key) {
        if (!says(key)) {
            report(key, "has no \"" + key + "\"");
        }
    }

    /// The words of a list; a missing key is an empty list.
    List<String> texts(String key) {
        return items(key).stream()
                .flatMap(node -> Stream.ofNullable(scalar(key, node)))
                .toList();
    }

    /// The mappings of a list that must be there; `name` is the key by which problems call one of `kind`.
    <T> List<T> list(String key, String kind, String name, Function<ContentMap, T> reader) {
        require(key);
        var result = new ArrayList<T>();
        var number = 0;
        for (var node : items(key)) {
            number++;
            if (node instanceof MappingNode mapping) {
                result.add(readWith(
                        file, kind + " " + YamlNodes.text(mapping, name).orElse("number " + number), mapping, reader));
            } else {
                file.report(YamlNodes.line(node), kind + " number " + number + " has no keys");
            }
        }
        return result;
    }

    /// The entries of a mapping by their keys, in the order of the file; a missing key is an empty mapping.
    <T> SequencedMap<String, T> entries(String key, String kind, BiFunction<String, ContentMap, T> reader) {
        var result = new LinkedHashMap<String, T>();
        switch (value(key)) {
            case null -> {}
            case MappingNode mapping ->
                readWith(file, subject, mapping, entries -> {
                    for (var name : entries.values.keySet()) {
                        if (entries.value(name) instanceof MappingNode entry) {
                            result.put(
                                    name,
                                    readWith(
                                            file,
                                            kind + " " + name + " of " + subject,
                                            entry,
                                            map -> reader.apply(name, map)));
                        } else {
                            entries.report(name, "says nothing in " + kind + " " + name);
                        }
                    }
                    return result;
                });
            default -> report(key, "has a \"" + key + "\" without keys");
        }
        return result;
    }

    private List<Node> items(String key) {
        return switch (value(key)) {
            case null -> List.of();
            case SequenceNode sequence -> sequence.getValue();
            default -> {
                report(key, "has a \"" + key + "\" that is no list");
                yield List.of();
            }
        };
    }

    private @Nullable Node value(String key) {
        asked.add(key);
        return values.get(key);
    }

    private @Nullable String scalar(String key, Node node) {
        if (!(node instanceof ScalarNode scalar)) {
            file.report(YamlNodes.line(node), subject + " has a \"" + key + "\" that is no single text");
            return null;
        }
        if (YamlNodes.isEmpty(scalar)) {
            file.report(YamlNodes.line(node), subject + " has an empty \"" + key + "\"");
            return null;
        }
        return scalar.getValue();
    }
}
