package dev.porteclef.help.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.help.Topic;
import dev.porteclef.help.search.Findable.Kind;
import dev.porteclef.help.search.SearchFilter;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/// What an address asks the help center for: the question and what the results are narrowed down to.
record SearchAddress(Language language, String question, SearchFilter filter) {

    static final String QUESTION = "q";
    /// Says that a secret was searched for, without the secret.
    static final String PASTED = "pasted";
    private static final String KIND = "kind";
    private static final String TOPIC = "topic";
    static final String EXCHANGE = "exchange";
    /// Stands for every topic and exchange that there is not.
    static final String UNKNOWN = "unknown";
    /// Every parameter of the query by which results differ.
    static final Set<String> PARAMETERS = Set.of(QUESTION, KIND, TOPIC, EXCHANGE);

    private static final int LONGEST = 200;

    static SearchAddress of(Language language, String question) {
        return new SearchAddress(language, question, SearchFilter.NONE);
    }

    static SearchAddress read(Language language, QueryParameters query) {
        return new SearchAddress(
                language,
                value(query, QUESTION),
                new SearchFilter(kind(value(query, KIND)), value(query, TOPIC), value(query, EXCHANGE)));
    }

    private static String value(QueryParameters query, String name) {
        var value = query.getSingleParameter(name).orElse("").strip();
        return value.length() > LONGEST ? value.substring(0, LONGEST) : value;
    }

    private static @Nullable Kind kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.parameter().equals(word))
                .findFirst()
                .orElse(null);
    }

    /// The one spelling of a parameter's value, as far as it is known here.
    static String spelled(String name, String value) {
        return switch (name) {
            case KIND -> kind(value) == null ? "" : value;
            case TOPIC -> Topic.of(value).isEmpty() ? UNKNOWN : value;
            case PASTED -> "secret";
            default -> value;
        };
    }

    boolean asks() {
        return !question.isEmpty();
    }

    SearchAddress with(@Nullable Kind kind) {
        return new SearchAddress(language, question, new SearchFilter(kind, filter.topic(), filter.exchange()));
    }

    SearchAddress withTopic(String topic) {
        return new SearchAddress(language, question, new SearchFilter(filter.kind(), topic, filter.exchange()));
    }

    SearchAddress withExchange(String exchange) {
        return new SearchAddress(language, question, new SearchFilter(filter.kind(), filter.topic(), exchange));
    }

    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put(QUESTION, question);
        parameters.put(
                KIND, Optional.ofNullable(filter.kind()).map(Kind::parameter).orElse(""));
        parameters.put(TOPIC, filter.topic());
        parameters.put(EXCHANGE, filter.exchange());
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    /// Relative to the application's root.
    String address() {
        return parameters().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + UriUtils.encode(parameter.getValue(), "UTF-8"))
                .collect(Collectors.joining("&", Addresses.help(language) + "?", ""));
    }
}
