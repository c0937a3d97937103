package dev.porteclef.key;

import dev.porteclef.testing.TestDatabase;
import java.util.EnumMap;
import java.util.Map;

/// One fixture per database for a whole test class; each test acts as somebody new.
final class KeyFixtures implements AutoCloseable {

    private final Map<TestDatabase, KeyFixture> fixtures = new EnumMap<>(TestDatabase.class);

    KeyFixture on(TestDatabase database) {
        var fixture = fixtures.computeIfAbsent(database, KeyFixture::new);
        fixture.bitfinex.reset();
        return fixture;
    }

    @Override
    public void close() {
        fixtures.values().forEach(KeyFixture::close);
    }
}
