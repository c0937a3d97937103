package dev.porteclef.practice;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.data.Beside;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The practice exchange with its server running on a fresh database, with the real catalogue and vault and
/// nothing else of the portal. The record is kept in memory, so that it can be made to fail.
public final class PracticeFixture implements AutoCloseable {

    public static final String OUTGOING = "51.38.112.198";

    final TestDatabase.Fresh database;
    final Journal journal;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    PracticeFixture(TestDatabase server, String... profiles) {
        database = server.fresh();
        context.getEnvironment().setActiveProfiles(profiles);
        context.registerBean(TestDatabase.Fresh.class, () -> database);
        context.register(Beans.class);
        context.refresh();
        journal = get(Journal.class);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("practice");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T get(Class<T> type) {
        // The context publishes events without being one of its own beans.
        return type.isInstance(context) ? type.cast(context) : context.getBean(type);
    }

    <T> List<T> all(Class<T> type) {
        return context.getBeanProvider(type).stream().toList();
    }

    boolean has(Class<?> type) {
        return context.getBeanProvider(type).stream().findAny().isPresent();
    }

    PracticeKeys keys() {
        return get(PracticeKeys.class);
    }

    Mishaps mishaps() {
        return get(Mishaps.class);
    }

    Rehearsal rehearsal() {
        return get(Rehearsal.class);
    }

    SignedInUser signedIn() {
        return get(CurrentUser.class).find().orElseThrow();
    }

    /// Signs somebody new in on this thread.
    public static UserId signIn(Role role) {
        var user = new SignedInUser(
                new UserId(UUID.randomUUID()), "reader@example.org", "", Set.of(role), Language.ENGLISH, true);
        signIn(user);
        return user.id();
    }

    static void signIn(SignedInUser user) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities()));
    }

    PracticeKeyDraft draft(String... boxes) {
        return new PracticeKeyDraft("bot", Set.of(boxes), null, true, keys().code());
    }

    PracticeKeyDraft listing(String addresses) {
        return new PracticeKeyDraft("bot", Set.of("wallets.read"), addresses, true, keys().code());
    }

    PracticeKeyOutcome.Created create(PracticeKeyDraft draft) {
        return (PracticeKeyOutcome.Created) keys().create(draft);
    }

    @Override
    public void close() {
        SecurityContextHolder.clearContext();
        context.close();
    }

    /// Everything but the database. Not annotated as a configuration, so that no scan finds it.
    @EnableMethodSecurity
    @EnableTransactionManagement
    @Import(Beside.class)
    @ComponentScan({"dev.porteclef.practice", "dev.porteclef.exchange", "dev.porteclef.vault"})
    public static class Beans {

        @Bean
        PlatformTransactionManager transactions(TestDatabase.Fresh database) {
            return new DataSourceTransactionManager(database.source());
        }

        @Bean
        Jdbi jdbi(TestDatabase.Fresh database) {
            return database.jdbi();
        }

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        SecureRandom random() {
            return new SecureRandom();
        }

        @Bean
        CurrentUser currentUser() {
            return new CurrentUser();
        }

        @Bean
        Texts texts() {
            return new Texts();
        }

        @Bean
        Journal journal() {
            return new Journal();
        }

        @Bean
        Installation installation() {
            var folder = temporaryFolder();
            return new Installation(
                    new Installation.Brand("Test Bot", null, null),
                    List.of(OUTGOING),
                    folder.resolve("data"),
                    folder.resolve("keys"));
        }
    }

    /// Keeps what was recorded, and insists on the transaction as the interface promises.
    public static final class Journal implements AuditLog {

        final List<AuditEntry> entries = new CopyOnWriteArrayList<>();
        boolean failing;

        @Override
        public void record(
                Act act,
                @Nullable UserId actor,
                @Nullable UserId subject,
                @Nullable UUID object,
                Map<String, String> details) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                throw new IllegalStateException("no transaction");
            }
            if (failing) {
                throw new IllegalStateException("the record is full");
            }
            entries.add(new AuditEntry(entries.size(), Instant.EPOCH, act, actor, subject, object, details));
        }

        @Override
        public List<AuditEntry> ownJournal(long before, int limit) {
            return List.copyOf(entries);
        }

        @Override
        public List<AuditEntry> ownJournalOf(UUID object, Instant since) {
            return List.copyOf(entries);
        }
    }
}
