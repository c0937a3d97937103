package dev.porteclef.key.ui;

import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.Life;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which of a customer's keys takes, or has taken, the place of which.
final class Successors {

    private final Map<KeyId, ExchangeKey> byId;
    private final Map<KeyId, List<ExchangeKey>> submitted;

    /// @param own all keys of one customer, newest first
    Successors(List<ExchangeKey> own) {
        byId = own.stream().collect(Collectors.toMap(ExchangeKey::id, Function.identity()));
        submitted = own.stream()
                .filter(key -> key.standing().replaces() != null)
                .collect(Collectors.groupingBy(key -> key.standing().replaces()));
    }

    /// Among the reader's own keys.
    static Successors among(ExchangeKeys keys) {
        return new Successors(keys.own());
    }

    /// The key that has taken the place of `old`, whatever became of it since; where none has, the latest that waits.
    Optional<ExchangeKey> of(ExchangeKey old) {
        return inPlaceOf(old).or(() -> waitingFor(old));
    }

    /// The one that has taken the place.
    Optional<ExchangeKey> inPlaceOf(ExchangeKey old) {
        return submitted(old).filter(key -> hasReplaced(key, old)).findFirst();
    }

    /// The latest that waits to take it.
    Optional<ExchangeKey> waitingFor(ExchangeKey old) {
        return submitted(old).filter(key -> key.life() == Life.DRAFT).findFirst();
    }

    /// The last of those that have followed one another in this place; itself where nothing has followed it.
    ExchangeKey endOf(ExchangeKey key) {
        var end = key;
        for (var next = inPlaceOf(end); next.isPresent(); next = inPlaceOf(end)) {
            end = next.get();
        }
        return end;
    }

    /// How the latest that was submitted was called.
    Optional<String> lastLabel(ExchangeKey old) {
        return submitted(old).map(ExchangeKey::label).findFirst();
    }

    /// How `key` stands to the one before or after it, in a sentence; empty where there is neither.
    String sentence(ExchangeKey key, KeyWords words) {
        if (key.life() == Life.DRAFT) {
            return before(key).map(old -> words.text(waiting(old), old.label())).orElse("");
        }
        return of(key).map(next ->
                        words.text(key.replaced() ? "key.relation.replacedBy" : "key.relation.awaited", next.label()))
                .orElse("");
    }

    /// Whether `key` has taken the place of `old`.
    static boolean hasReplaced(ExchangeKey key, ExchangeKey old) {
        return old.id().equals(key.standing().replaces())
                && switch (key.life()) {
                    case ACTIVE, PAUSED, REPLACED, REVOKED -> true;
                    case DRAFT, REFUSED -> false;
                };
    }

    private static String waiting(ExchangeKey old) {
        if (old.replaced()) {
            return "key.relation.late";
        }
        return old.life() == Life.ACTIVE ? "key.relation.waits" : "key.relation.waits.idle";
    }

    private Optional<ExchangeKey> before(ExchangeKey key) {
        return Optional.ofNullable(key.standing().replaces()).map(byId::get);
    }

    private Stream<ExchangeKey> submitted(ExchangeKey old) {
        return submitted.getOrDefault(old.id(), List.of()).stream();
    }
}
