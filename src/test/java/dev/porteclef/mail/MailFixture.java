package dev.porteclef.mail;

import com.icegreen.greenmail.util.GreenMail;
import dev.porteclef.account.Addressees;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.audit.AuditLogs;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.exchange.TestbourseAdapter;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.KeyId;
import dev.porteclef.outbound.Gates;
import dev.porteclef.outbound.OutboundGate;
import dev.porteclef.outbound.Pause;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.config.MailSettings;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.lifecycle.Stopping;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.testing.TurnableClock;
import dev.porteclef.vault.Vault;
import dev.porteclef.vault.Vaults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/// Keys, reminders and mail as Spring puts them together, on a fresh database, with Bitfinex staged; nothing runs by
/// itself.
public final class MailFixture implements AutoCloseable {

    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    public final StagedBitfinex bitfinex;
    public final TurnableClock clock;
    public final TestDatabase.Fresh database;
    public final Brake brake = new Brake();
    private final Path keys;
    private final AnnotationConfigApplicationContext context;
    private boolean first = true;

    /// Without a mail server.
    public MailFixture(TestDatabase server) {
        this(server, null);
    }

    public MailFixture(TestDatabase server, @Nullable GreenMail mails) {
        this(server.fresh(), mails, new StagedBitfinex(), new TurnableClock(START), folder());
    }

    private MailFixture(
            TestDatabase.Fresh database,
            @Nullable GreenMail mails,
            StagedBitfinex bitfinex,
            TurnableClock clock,
            Path keys) {
        this.database = database;
        this.bitfinex = bitfinex;
        this.clock = clock;
        this.keys = keys;
        context = new AnnotationConfigApplicationContext();
        context.registerBean(TestDatabase.Fresh.class, () -> database);
        context.registerBean(Path.class, () -> keys);
        context.registerBean(MailBrake.class, () -> brake);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(
                PracticeEndpoint.class,
                () -> bitfinex,
                definition -> ((AbstractBeanDefinition) definition).setDestroyMethodName(""));
        if (mails != null) {
            context.registerBean(
                    JavaMailSender.class, () -> sender(mails.getSmtp().getPort()));
        }
        context.register(Beans.class);
        context.refresh();
    }

    /// Another process on the same database.
    public MailFixture anotherNode(GreenMail mails) {
        var node = new MailFixture(database, mails, bitfinex, clock, keys);
        node.first = false;
        return node;
    }

    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /// A customer with an account.
    public SignedInUser customer(Language language) {
        var id = new UserId(UUID.randomUUID());
        var email = id + "@customer.example";
        database.jdbi()
                .useHandle(handle -> handle.createUpdate("""
                        insert into account (id, email, password_hash, language, enabled, created_at, version)
                        values (:id, :email, '', :language, true, :at, 0)
                        """)
                        .bind("id", id)
                        .bind("email", email)
                        .bind("language", language.tag())
                        .bind("at", clock.instant())
                        .execute());
        return new SignedInUser(id, email, "", Set.of(Role.CUSTOMER), language, true);
    }

    public void execute(String statement) {
        database.jdbi().useHandle(handle -> handle.execute(statement));
    }

    public TransactionTemplate transactions() {
        return new TransactionTemplate(get(PlatformTransactionManager.class));
    }

    /// Puts a mail into the outbox in a transaction of its own.
    public boolean put(MailDraft draft) {
        return Boolean.TRUE.equals(
                transactions().execute(status -> get(Outbox.class).put(draft)));
    }

    /// Sends what is due.
    public void dispatch() {
        get(Dispatcher.class).dispatch();
    }

    /// What became of the mails to `owner`, oldest first.
    public List<MailState> states(UserId owner) {
        return new JdbiOutbox(database.jdbi())
                .of(owner, Set.of(MailState.values()), 100).reversed().stream()
                        .map(OutboxMail::state)
                        .toList();
    }

    /// What is told to `owner`, oldest first, mails that were taken back excepted.
    public List<MailFacts> told(UserId owner) {
        return new JdbiOutbox(database.jdbi())
                .of(owner, Set.of(MailState.WAITING, MailState.SENT, MailState.WOULD_BE_SENT), 100).reversed().stream()
                        .map(mail -> MailFacts.read(MailKind.valueOf(mail.kind()), mail.facts()))
                        .toList();
    }

    @Override
    public void close() {
        context.close();
        if (first) {
            bitfinex.close();
        }
    }

    /// Holds what a test says it holds.
    public static final class Brake implements MailBrake {

        public volatile boolean on;

        /// How often it was asked about each key.
        final Map<KeyId, Integer> asked = new ConcurrentHashMap<>();

        @Override
        public boolean holds(MailKind kind, AboutKey about) {
            asked.merge(about.key(), 1, Integer::sum);
            return on;
        }
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("keys");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JavaMailSender sender(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "20000");
        sender.setJavaMailProperties(properties);
        return sender;
    }

    /// Everything that is not scanned. Not annotated as a configuration, so that no scan finds it.
    @EnableMethodSecurity
    @EnableTransactionManagement
    @Import({
        TestbourseAdapter.class,
        Texts.class,
        Addressees.class,
        CurrentUser.class,
        SecureRandom.class,
        Stopping.class
    })
    @ComponentScan({
        "dev.porteclef.mail",
        "dev.porteclef.reminder",
        "dev.porteclef.key",
        "dev.porteclef.exchange",
        "dev.porteclef.verification"
    })
    static class Beans {

        @Bean
        PlatformTransactionManager transactions(TestDatabase.Fresh database) {
            return new DataSourceTransactionManager(database.source());
        }

        @Bean
        Jdbi jdbi(TestDatabase.Fresh database) {
            return database.jdbi();
        }

        @Bean
        Vault vault(Jdbi jdbi, Path keys) {
            return Vaults.on(jdbi, keys);
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
        AsyncTaskExecutor applicationTaskExecutor() {
            return new SimpleAsyncTaskExecutor();
        }

        @Bean
        Installation installation() {
            return new Installation(
                    new Installation.Brand("Noon & Barbari", null, null),
                    List.of("51.38.112.198"),
                    Path.of("data"),
                    Path.of("keys"),
                    List.of(),
                    90,
                    new MailSettings("keys@portal.example", "https://portal.example", Duration.ofSeconds(5)),
                    Installation.Outbound.USUAL,
                    Installation.Watch.USUAL,
                    Installation.Readers.USUAL);
        }
    }
}
