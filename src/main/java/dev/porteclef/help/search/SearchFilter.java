package dev.porteclef.help.search;

import org.jspecify.annotations.Nullable;

/// What the results are narrowed down to.
///
/// @param kind null for all
/// @param topic a tag; empty for all
/// @param exchange empty for all; what concerns every exchange is found under each
public record SearchFilter(Findable.@Nullable Kind kind, String topic, String exchange) {

    /// Everything.
    public static final SearchFilter NONE = new SearchFilter(null, "", "");

    boolean admits(Findable findable) {
        return (kind == null || findable.kind() == kind)
                && (topic.isEmpty() || findable.tags().contains(topic))
                && (exchange.isEmpty()
                        || findable.exchange().isEmpty()
                        || findable.exchange().equals(exchange));
    }
}
