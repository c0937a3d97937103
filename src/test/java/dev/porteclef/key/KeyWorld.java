package dev.porteclef.key;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/// Customers with their keys, for tests of what stands upon them.
public final class KeyWorld implements AutoCloseable {

    /// The API secret of every key.
    public static final String SECRET = KeyFixture.SECRET;

    private final KeyFixture fixture;
    private final Map<KeyId, SignedInUser> owners = new HashMap<>();
    private final Map<KeyId, String> apiKeys = new HashMap<>();

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

    /// On a database with all migrations, at the time of now.
    public KeyWorld(TestDatabase.Fresh database) {
        this(new KeyFixture(database, Instant.now()));
    }

    /// The folder of the master key.
    public Path masterKeys() {
        return fixture.masterKeys.path();
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

    public DataSource source() {
        return fixture.database.source();
    }

    /// One of the services of exchanges, verifications and keys.
    public <T> T bean(Class<T> type) {
        return fixture.bean(type);
    }

    public ExchangeKey reportLeak(ExchangeKey key) {
        try (var _ = SignedIn.as(owner(key))) {
            return fixture.upkeep().reportLeak(key.id()).orElseThrow();
        }
    }

    public ExchangeKey pause(ExchangeKey key) {
        try (var _ = SignedIn.as(owner(key))) {
            return fixture.upkeep().pause(key.id()).orElseThrow();
        }
    }

    public String apiKey(ExchangeKey key) {
        return Objects.requireNonNull(apiKeys.get(key.id()));
    }

    private SignedInUser owner(ExchangeKey key) {
        return Objects.requireNonNull(owners.get(key.id()));
    }

    public WatchedKeys watched() {
        return fixture.watched();
    }

    /// Checks it as its owner does.
    public ExchangeKey checkInPerson(ExchangeKey key) {
        try (var _ = SignedIn.as(owner(key))) {
            return fixture.checked(key.id());
        }
    }

    /// What keys are told from now on about many that share one fate.
    public void cause(CommonCause cause) {
        fixture.bean(ToldCause.class).now = cause;
    }

    /// `number` new customers with a good key each.
    public List<ExchangeKey> customersWithAKey(int number) {
        return Stream.generate(() -> {
                    var apiKey = KeyFixture.newKey();
                    var person = KeyFixture.person(Role.CUSTOMER);
                    try (var _ = SignedIn.as(person)) {
                        var key = fixture.connected(apiKey);
                        owners.put(key.id(), person);
                        apiKeys.put(key.id(), apiKey);
                        return key;
                    }
                })
                .limit(number)
                .toList();
    }

    /// Checks each once as the portal does by itself.
    public void check(List<ExchangeKey> keys) {
        for (var key : keys) {
            watched().find(key.id()).ifPresent(watched()::check);
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
