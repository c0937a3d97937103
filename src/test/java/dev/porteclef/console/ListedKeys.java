package dev.porteclef.console;

import dev.porteclef.key.KeyId;
import dev.porteclef.key.Rules;
import dev.porteclef.platform.data.Place;
import dev.porteclef.platform.data.Stretch;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/// The list of all keys on a database of its own.
final class ListedKeys {

    static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    private final TestDatabase.Fresh database;
    private final StatedKeys stated;
    private final KeyList list;

    ListedKeys(TestDatabase server) {
        database = server.fresh();
        stated = new StatedKeys(database.jdbi());
        list = new KeyList(database.jdbi(), Rules.rotation(90), new TurnableClock(NOW));
    }

    Stretch<KeyLine> page(KeyQuery query, @Nullable Place place, int size) {
        return within(() -> list.page(query, place, size));
    }

    List<KeyId> ids(Map<String, String> parameters) {
        return page(QueryText.read(parameters), null, 100).lines().stream()
                .map(KeyLine::id)
                .toList();
    }

    Sum count(KeyQuery query) {
        return within(() -> list.count(query));
    }

    <T> T within(Supplier<T> work) {
        return Objects.requireNonNull(database.transactions().execute(_ -> work.get()));
    }

    StatedKeys stated() {
        return stated;
    }

    KeyList list() {
        return list;
    }

    Jdbi jdbi() {
        return database.jdbi();
    }
}
