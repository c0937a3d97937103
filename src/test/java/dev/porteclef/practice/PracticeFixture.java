package dev.porteclef.practice;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditEntry;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.exchange.Access;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.PermissionBox;
import dev.porteclef.exchange.PermissionSection;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.vault.SecretPlace;
import dev.porteclef.vault.Vault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The practice exchange with its server running on a fresh database, and nothing else of the portal.
/// What lies behind other features' interfaces (catalogue, vault, record) are small working implementations.
final class PracticeFixture implements AutoCloseable {

    static final String OUTGOING = "51.38.112.198";

    final TestDatabase.Fresh database;
    final Journal journal = new Journal();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    PracticeFixture(TestDatabase server, String... profiles) {
        database = server.fresh();
        context.getEnvironment().setActiveProfiles(profiles);
        context.registerBean(
                PlatformTransactionManager.class, () -> new DataSourceTransactionManager(database.source()));
        context.registerBean(org.jdbi.v3.core.Jdbi.class, database::jdbi);
        context.registerBean(Clock.class, Clock::systemUTC);
        context.registerBean(SecureRandom.class, () -> new SecureRandom());
        context.registerBean(CurrentUser.class, CurrentUser::new);
        context.registerBean(Vault.class, AesVault::new);
        context.registerBean(AuditLog.class, () -> journal);
        context.registerBean(ExchangeCatalogue.class, Boxes::new);
        context.registerBean(
                Installation.class,
                () -> new Installation(
                        new Installation.Brand("Test", null, null),
                        List.of(OUTGOING),
                        Path.of("data"),
                        Path.of("keys")));
        context.register(Proxies.class);
        context.scan("dev.porteclef.practice");
        context.refresh();
    }

    <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    boolean has(Class<?> type) {
        return context.getBeanProvider(type).stream().findAny().isPresent();
    }

    PracticeKeys keys() {
        return get(PracticeKeys.class);
    }

    /// Signs somebody new in on this thread.
    static UserId signIn(Role role) {
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

    @Configuration(proxyBeanMethods = false)
    @EnableMethodSecurity
    @EnableTransactionManagement
    static class Proxies {}

    /// Keeps what was recorded, and insists on the transaction as the interface promises.
    static final class Journal implements AuditLog {

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

    /// The boxes these tests tick; labels and meanings do not matter here.
    private static final class Boxes implements ExchangeCatalogue {

        private static final Exchange EXCHANGE = new Exchange(
                PracticeServer.IMITATED,
                "Bitfinex",
                "bitfinex",
                URI.create("https://exchange.invalid"),
                URI.create("https://exchange.invalid/keys"),
                LocalDate.of(2026, 11, 1),
                20,
                List.of(),
                List.of(),
                List.of(new PermissionSection(
                        "all",
                        "All",
                        text(),
                        List.of(
                                box("account", Access.READ),
                                box("orders", Access.READ),
                                box("orders", Access.WRITE),
                                box("wallets", Access.READ),
                                box("withdraw", Access.WRITE)))),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());

        private static PermissionBox box(String scope, Access access) {
            var id = scope + "." + access.name().toLowerCase(java.util.Locale.ROOT);
            return new PermissionBox(id, id, scope, access, text(), false, "test", LocalDate.of(2026, 11, 1));
        }

        private static LocalizedText text() {
            return new LocalizedText("text", "texte");
        }

        @Override
        public List<Exchange> all() {
            return List.of(EXCHANGE);
        }

        @Override
        public Optional<Exchange> find(ExchangeId id) {
            return all().stream().filter(exchange -> exchange.id().equals(id)).findFirst();
        }
    }

    /// AES-GCM under a key of this run, bound to the place.
    private static final class AesVault implements Vault {

        private static final int NONCE = 12;
        private final byte[] key = SecureRandom.getSeed(32);
        private final SecureRandom random = new SecureRandom();

        @Override
        public byte[] seal(SecretPlace place, Secret secret) {
            var nonce = new byte[NONCE];
            random.nextBytes(nonce);
            var text = secret.lend(SecretAccess.granted(), bytes -> crypt(Cipher.ENCRYPT_MODE, nonce, place, bytes));
            var sealed = Arrays.copyOf(nonce, NONCE + text.length);
            System.arraycopy(text, 0, sealed, NONCE, text.length);
            return sealed;
        }

        @Override
        public Secret open(SecretPlace place, byte[] ciphertext) {
            return Secret.of(crypt(
                    Cipher.DECRYPT_MODE,
                    Arrays.copyOf(ciphertext, NONCE),
                    place,
                    Arrays.copyOfRange(ciphertext, NONCE, ciphertext.length)));
        }

        @Override
        public byte[] fingerprint(String purpose, Secret secret) {
            return secret.lend(SecretAccess.granted(), bytes -> {
                try {
                    var mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(key, "HmacSHA256"));
                    mac.update(purpose.getBytes(StandardCharsets.UTF_8));
                    return mac.doFinal(bytes);
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException(e);
                }
            });
        }

        @Override
        public void shred(UserId owner) {
            throw new UnsupportedOperationException("not needed here");
        }

        private byte[] crypt(int mode, byte[] nonce, SecretPlace place, byte[] text) {
            try {
                var cipher = Cipher.getInstance("AES/GCM/NoPadding");
                cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
                cipher.updateAAD(place.toString().getBytes(StandardCharsets.UTF_8));
                return cipher.doFinal(text);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("does not open", e);
            }
        }
    }
}
