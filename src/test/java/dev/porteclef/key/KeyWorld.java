package dev.porteclef.key;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Customers with their keys, for tests of what stands upon them.
public final class KeyWorld implements AutoCloseable {

    /// The API secret of every key.
    public static final String SECRET = KeyFixture.SECRET;

    private final KeyFixture fixture;

    public KeyWorld(TestDatabase database) {
        this(new KeyFixture(database));
    }

    private KeyWorld(KeyFixture fixture) {
        this.fixture = fixture;
    }

    /// The same portal on a database that was restored, with the same master key and exchange.
    public KeyWorld on(TestDatabase.Fresh restored) {
        return new KeyWorld(fixture.on(restored));
    }

    /// Folder of the master key.
    public Path masterKeys() {
        return fixture.masterKeys.path();
    }

    public DataSource source() {
        return fixture.database.source();
    }

    public Jdbi jdbi() {
        return fixture.database.jdbi();
    }

    public TurnableClock clock() {
        return fixture.clock;
    }

    public StagedBitfinex bitfinex() {
        return fixture.bitfinex;
    }

    public WatchedKeys watched() {
        return fixture.watched();
    }

    /// `number` new customers with a good key each.
    public List<ExchangeKey> customersWithAKey(int number) {
        return Stream.generate(() -> {
                    try (var _ = SignedIn.as(KeyFixture.person(Role.CUSTOMER))) {
                        return fixture.connected(KeyFixture.newKey());
                    }
                })
                .limit(number)
                .toList();
    }

    /// Checks each once as the portal does by itself.
    public void check(List<ExchangeKey> keys, Occasion occasion) {
        for (var key : keys) {
            watched().find(key.id()).ifPresent(one -> watched().check(one, occasion));
        }
    }

    /// The key as it stands now.
    public ExchangeKey now(ExchangeKey key) {
        return new JdbiExchangeKeys(jdbi()).find(key.owner(), key.id()).orElseThrow();
    }

    @Override
    public void close() {
        fixture.close();
    }
}
