package dev.porteclef.key;

import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.platform.security.Role;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Verdict;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/// Stored keys of many customers on a given database and exchange, to be checked as the watch does it.
public final class KeyStock implements AutoCloseable {

    private final TestDatabase.Fresh database;
    private final MasterKeyFolder masterKey;
    private final AnnotationConfigApplicationContext services;

    public KeyStock(TestDatabase.Fresh database, PracticeEndpoint exchange) {
        this(database, exchange, MasterKeyFolder.fresh());
    }

    private KeyStock(TestDatabase.Fresh database, PracticeEndpoint exchange, MasterKeyFolder masterKey) {
        this.database = database;
        this.masterKey = masterKey;
        this.services = KeyFixture.services(database, exchange, Clock.systemUTC(), masterKey);
    }

    /// The same keys, asked about at another exchange.
    public KeyStock at(PracticeEndpoint exchange) {
        return new KeyStock(database, exchange, masterKey);
    }

    /// Connects `number` keys, each of a customer of its own.
    public List<WatchedKeys.Watched> connect(int number) {
        return Stream.generate(this::connect).limit(number).toList();
    }

    private WatchedKeys.Watched connect() {
        try (var _ = SignedIn.as(KeyFixture.person(Role.CUSTOMER));
                var pair = KeyFixture.pair(KeyFixture.newKey())) {
            var outcome = services.getBean(ExchangeKeys.class).connect(KeyFixture.draft("My bot"), pair, null, _ -> {});
            var key = ((ConnectOutcome.Connected) outcome).key();
            return services.getBean(WatchedKeys.class).find(key.id()).orElseThrow();
        }
    }

    /// Checks one once.
    ///
    /// @throws IOException where it was not accepted
    public void check(WatchedKeys.Watched key) throws IOException {
        var checked = services.getBean(WatchedKeys.class).check(key);
        if (!(checked instanceof CheckOutcome.Checked(var one))
                || one.verdict() != Verdict.Kind.ACCEPTED
                || one.noVerdict() != null) {
            throw new IOException("not accepted: " + checked);
        }
    }

    @Override
    public void close() {
        services.close();
    }
}
