package dev.porteclef.capture;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.ErrorCode;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeTransport.Replied;
import dev.porteclef.exchange.HiddenScope;
import dev.porteclef.exchange.PermissionBox;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/// What of an answer may be written down: named things only. Whatever is on no list becomes a placeholder of its kind,
/// so that something new in a body is lost rather than leaked.
///
/// A redacted body keeps what the outcome table and the adapter look at: structure, error code, the sign of a number.
/// The rules by example are in `src/docs/captures.md`.
final class Redaction {

    private static final String TEXT = "<text>";
    private static final String CODE_PLACEHOLDER = "<code>";
    private static final Pattern CODE = Pattern.compile("-?[0-9]{1,6}");

    /// What tells whose machine answered, and when to come again. Cookies and whatever else has an identity are not
    /// here.
    private static final Set<String> HEADERS = Set.of(
            "cf-mitigated",
            "content-encoding",
            "content-length",
            "content-type",
            "retry-after",
            "server",
            "x-ratelimit-limit",
            "x-ratelimit-remaining",
            "x-ratelimit-reset");

    private static final Pattern SMALL_NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern MEDIA_TYPE =
            Pattern.compile("[a-z]{1,20}/[a-z0-9.+-]{1,19}(; ?charset=[A-Za-z0-9-]{1,19})?");
    /// Of a scope that the content does not know yet: what nobody's name or key looks like.
    private static final Pattern SCOPE = Pattern.compile("[a-z]{2,15}(_[a-z]{2,15}){0,3}");

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Scrubber scrubber;
    private final Set<String> words;
    private final Set<String> scopes;
    private final Set<String> codes;

    /// @param words kept wherever they are a whole text, or the name of a member
    Redaction(Exchange exchange, Set<String> words, Credentials credentials) {
        this.scopes = Stream.concat(
                        exchange.boxes().map(PermissionBox::scope),
                        exchange.hiddenScopes().stream().map(HiddenScope::scope))
                .collect(Collectors.toUnmodifiableSet());
        this.words = Set.copyOf(words);
        this.codes = exchange.errors().stream().map(ErrorCode::code).collect(Collectors.toUnmodifiableSet());
        this.scrubber = new Scrubber(credentials, codes);
    }

    /// A body, redacted.
    ///
    /// @param content JSON as it is to be written, a text for anything else
    record Body(Kind kind, JsonNode content) {}

    /// What a body turned out to be.
    enum Kind {
        EMPTY,
        JSON,
        HTML,
        TEXT
    }

    Body body(Captured captured, Replied replied) {
        var text = new String(replied.body(), StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return new Body(Kind.EMPTY, JsonNodeFactory.instance.stringNode(""));
        }
        var json = parse(text);
        if (json != null) {
            return new Body(Kind.JSON, redact(json, new Manner(captured)));
        }
        return text.stripLeading().startsWith("<")
                ? new Body(
                        Kind.HTML,
                        JsonNodeFactory.instance.stringNode(HtmlOutline.of(text, title -> say(captured, title))))
                : new Body(Kind.TEXT, JsonNodeFactory.instance.stringNode(TEXT));
    }

    /// The exchange's own words, or the failure of the network; empty where there is nothing to say.
    String text(Captured captured) {
        var text = captured.evidence().text();
        return text == null ? "" : say(captured, text);
    }

    /// The exchange's error code, `null` where it gave none; something too long for one may be anything.
    @Nullable
    String code(Captured captured) {
        var code = captured.evidence().code();
        return code == null || codes.contains(code) || CODE.matcher(code).matches() ? code : CODE_PLACEHOLDER;
    }

    /// The headers that may be told, by their names in lower case.
    SequencedMap<String, List<String>> headers(Replied replied) {
        var told = new LinkedHashMap<String, List<String>>();
        HEADERS.stream().sorted().forEach(name -> {
            var values = replied.headers().allValues(name);
            if (!values.isEmpty()) {
                told.put(name, values.stream().map(this::header).toList());
            }
        });
        return told;
    }

    /// The scopes of a permissions answer that the content does not name, as far as they can be told.
    List<String> unknownScopes(Captured captured) {
        return captured.scopes().stream()
                .filter(scope -> !scopes.contains(scope))
                .map(scope -> SCOPE.matcher(scope).matches() && !scrubber.holdsCredential(scope) ? scope : TEXT)
                .sorted()
                .toList();
    }

    /// Whether a credential stands in `written` all the same; then the rules above have a hole.
    boolean isBroken(String written) {
        return scrubber.holdsCredential(written);
    }

    private String header(String value) {
        return SMALL_NUMBER.matcher(value).matches()
                        || MEDIA_TYPE.matcher(value).matches()
                ? value
                : scrubber.scrub(value, Set.of());
    }

    private String say(Captured captured, String text) {
        return scrubber.scrub(text, numbers(captured));
    }

    /// The numbers of this answer that may be told: its status and its code.
    private Set<String> numbers(Captured captured) {
        return Stream.of(captured.evidence().status(), code(captured))
                .flatMap(Stream::ofNullable)
                .map(Object::toString)
                .collect(Collectors.toSet());
    }

    private static @Nullable JsonNode parse(String text) {
        try {
            var json = JSON.readTree(text);
            return json.isMissingNode() ? null : json;
        } catch (JacksonException | NumberFormatException e) {
            // The second for an exponent that no number can have (`1e99999999999`).
            return null;
        }
    }

    /// How one body is read: an error of the exchange's own is words about the request, anything else is data about a
    /// person.
    private final class Manner {

        private final Captured captured;
        private final boolean error;
        private final boolean flags;

        private Manner(Captured captured) {
            this.captured = captured;
            this.error = captured.outcome() != null && captured.evidence().text() != null;
            this.flags = captured.step().call() == Probe.Call.PERMISSIONS;
        }

        private String text(String text) {
            if (error) {
                return say(captured, text);
            }
            return words.contains(text) || scopes.contains(text) ? text : TEXT;
        }

        /// A one is a granted right in an answer about permissions; elsewhere it may be somebody's only coin.
        private JsonNode number(JsonNode number) {
            var written = number.asString();
            var stays = (flags && written.equals("1"))
                    || (error && written.equals(code(captured)))
                    || number.decimalValue().signum() == 0;
            return stays
                    ? number
                    : placeholder(
                            number.isIntegralNumber(), number.decimalValue().signum() < 0);
        }
    }

    private JsonNode redact(JsonNode node, Manner manner) {
        if (node.isArray()) {
            var array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(redact(element, manner)));
            return array;
        }
        if (node.isObject()) {
            var object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> member : node.properties()) {
                var name = words.contains(member.getKey()) ? member.getKey() : "<name-" + (object.size() + 1) + ">";
                object.set(name, redact(member.getValue(), manner));
            }
            return object;
        }
        if (node.isString()) {
            return JsonNodeFactory.instance.stringNode(manner.text(node.asString()));
        }
        return node.isNumber() ? manner.number(node) : node;
    }

    private static JsonNode placeholder(boolean whole, boolean negative) {
        var numbers = JsonNodeFactory.instance;
        if (whole) {
            return numbers.numberNode(negative ? -99 : 99);
        }
        return numbers.numberNode(new java.math.BigDecimal(negative ? "-99.9" : "99.9"));
    }
}
