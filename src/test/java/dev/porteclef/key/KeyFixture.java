package dev.porteclef.key;

import dev.porteclef.audit.AuditLog;
import dev.porteclef.audit.AuditLogs;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.exchange.TestbourseAdapter;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.outbound.Gates;
import dev.porteclef.outbound.OutboundGate;
import dev.porteclef.outbound.Pause;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.data.Beside;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.lifecycle.Stopping;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import dev.porteclef.vault.Vault;
import dev.porteclef.vault.Vaults;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// The services of exchange keys as Spring puts them together, on a fresh database, with Bitfinex staged.
final class KeyFixture extends KeyTables implements AutoCloseable {

    static final String SECRET = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";

    final StagedBitfinex bitfinex;
    final TurnableClock clock;
    final ToldByEvents told = new ToldByEvents();
    final MasterKeyFolder masterKeys;
    private final AnnotationConfigApplicationContext context;
    private boolean first = true;

    KeyFixture(TestDatabase server) {
        this(server.fresh());
    }

    KeyFixture(TestDatabase.Fresh database) {
        this(database, Instant.parse("2026-11-21T08:00:00Z"));
    }

    KeyFixture(TestDatabase.Fresh database, Instant now) {
        this(database, new StagedBitfinex(), new TurnableClock(now), MasterKeyFolder.fresh());
    }

    private KeyFixture(
            TestDatabase.Fresh database, StagedBitfinex bitfinex, TurnableClock clock, MasterKeyFolder masterKeys) {
        super(database);
        this.bitfinex = bitfinex;
        this.clock = clock;
        this.masterKeys = masterKeys;
        this.context = services(database, bitfinex, clock, masterKeys, told);
    }

    /// The services alone, for whoever brings everything else.
    static AnnotationConfigApplicationContext services(
            TestDatabase.Fresh database,
            PracticeEndpoint exchange,
            Clock clock,
            MasterKeyFolder folder,
            ApplicationListener<?>... listeners) {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(TestDatabase.Fresh.class, () -> database);
        context.registerBean(MasterKeyFolder.class, () -> folder);
        // Closed by whoever made it, so that it outlives one of two nodes.
        context.registerBean(
                PracticeEndpoint.class,
                () -> exchange,
                definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
        context.registerBean(Clock.class, () -> clock);
        context.registerBean("applicationTaskExecutor", AsyncTaskExecutor.class, () -> new SimpleAsyncTaskExecutor());
        context.register(Beans.class);
        for (var listener : listeners) {
            context.addApplicationListener(listener);
        }
        context.refresh();
        return context;
    }

    /// Another process on the same database, as after a restart or beside this one.
    KeyFixture anotherNode() {
        return on(database);
    }

    KeyFixture on(TestDatabase.Fresh restored) {
        var node = new KeyFixture(restored, bitfinex, clock, masterKeys);
        node.first = false;
        return node;
    }

    ExchangeKeys keys() {
        return context.getBean(ExchangeKeys.class);
    }

    KeyUpkeep upkeep() {
        return context.getBean(KeyUpkeep.class);
    }

    OutlivedSecrets outlivedSecrets() {
        return context.getBean(OutlivedSecrets.class);
    }

    WatchedKeys watched() {
        return context.getBean(WatchedKeys.class);
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    KeyDrafts drafts() {
        return context.getBean(KeyDrafts.class);
    }

    static SignedInUser person(Role... roles) {
        var id = new UserId(UUID.randomUUID());
        return new SignedInUser(id, id + "@example.org", "", Set.of(roles), Language.ENGLISH, true);
    }

    /// An API key that no other test uses, of the usual shape.
    static String newKey() {
        return ("k" + UUID.randomUUID() + UUID.randomUUID()).substring(0, 43);
    }

    static KeyDraft draft(String label) {
        return new KeyDraft(StagedBitfinex.ID, Environment.PRACTICE, label, Strategy.of("spot"), "ours");
    }

    static Credentials pair(String key) {
        return pair(key, SECRET);
    }

    static Credentials pair(String key, String secret) {
        return new Credentials(Map.of("apiKey", Secret.of(key), "apiSecret", Secret.of(secret)));
    }

    static KeyDraft testbourseDraft() {
        return new KeyDraft(
                new ExchangeId(TestbourseAdapter.NAME), Environment.LIVE, "Other", Strategy.of("watcher"), "any");
    }

    static Credentials testboursePair() {
        return testboursePair(TestbourseAdapter.ACCEPTED_PASSPHRASE);
    }

    static Credentials testboursePair(String passphrase) {
        return new Credentials(Map.of(
                "keyId", Secret.of("tb-123456"),
                "secret", Secret.of("word"),
                "passphrase", Secret.of(passphrase),
                "privateKey", Secret.of("-----BEGIN PRIVATE KEY-----\nabc=\n-----END PRIVATE KEY-----")));
    }

    ConnectOutcome connect(String key) {
        return connect(key, SECRET);
    }

    private ConnectOutcome connect(String key, String secret) {
        try (var credentials = pair(key, secret)) {
            return keys().connect(draft("My bot"), credentials, null, _ -> {});
        }
    }

    ExchangeKey connected(String key, String secret) {
        return ((ConnectOutcome.Connected) connect(key, secret)).key();
    }

    ExchangeKey connected(String key) {
        return connected(key, SECRET);
    }

    ConnectOutcome replace(KeyId old, String key) {
        return replace(old, key, null);
    }

    ConnectOutcome replace(KeyId old, String key, @Nullable KeyId retryOf) {
        try (var credentials = pair(key)) {
            return keys().replace(old, draft("New bot"), credentials, retryOf, _ -> {});
        }
    }

    /// Replaces `old` by a key that is not accepted, for whatever reason.
    ExchangeKey drafted(KeyId old, String key) {
        return ((ConnectOutcome.Connected) replace(old, key)).key();
    }

    ConnectOutcome.Replaced replaced(KeyId old, String key) {
        return (ConnectOutcome.Replaced) replace(old, key);
    }

    ExchangeKey found(KeyId id) {
        return keys().find(id).orElseThrow();
    }

    ExchangeKey checked(KeyId id) {
        return ((CheckOutcome.Checked) keys().check(id, _ -> {})).key();
    }

    @Override
    public void close() {
        context.close();
        if (first) {
            bitfinex.close();
        }
    }

    /// Everything that is not scanned. Not annotated as a configuration, so that no scan finds it.
    @EnableMethodSecurity
    @EnableTransactionManagement
    @Import({TestbourseAdapter.class, Beside.class, Stopping.class})
    @ComponentScan({"dev.porteclef.key", "dev.porteclef.exchange", "dev.porteclef.verification"})
    static class Beans {

        @Bean
        ToldCause cause() {
            return new ToldCause();
        }

        @Bean
        PlatformTransactionManager transactions(TestDatabase.Fresh database) {
            return new DataSourceTransactionManager(database.source());
        }

        @Bean
        Jdbi jdbi(TestDatabase.Fresh database) {
            return database.jdbi();
        }

        @Bean
        Vault vault(Jdbi jdbi, MasterKeyFolder folder) {
            return Vaults.on(jdbi, folder.path());
        }

        @Bean
        AuditLog audit(Jdbi jdbi, Clock clock) {
            return AuditLogs.on(jdbi, clock);
        }

        @Bean
        Pause pause() {
            return length -> LockSupport.parkNanos(length.toNanos());
        }

        @Bean
        OutboundGate gate(Jdbi jdbi) {
            return Gates.open(jdbi);
        }

        @Bean
        Limits limits(Clock clock) {
            return new Limits(clock);
        }

        @Bean
        Installation installation() {
            return new Installation(
                    new Installation.Brand("Test", null, null),
                    List.of("51.38.112.198"),
                    Path.of("data"),
                    Path.of("keys"));
        }

        @Bean
        CurrentUser currentUser() {
            return new CurrentUser();
        }
    }
}
