package dev.porteclef.account;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The people of the demo: one account per role and language. Their passwords are what the data folder's file says
/// ([DemoSignIns]); an account that disagrees with the file is given the file's password.
///
/// Absent under the profile `prod`, which refuses to start where such accounts exist.
@Component
@Profile("!prod")
public class DemoAccounts {

    /// How the e-mail of every demo account ends; sign-up takes no such e-mail, so that one means a demo account.
    public static final String EMAIL_SUFFIX = "@demo.example";

    private final JdbiAccounts accounts;
    private final PasswordHashes hashes;
    private final DemoSignIns signIns;
    private final AuditLog record;
    private final TransactionOperations transactions;

    DemoAccounts(
            JdbiAccounts accounts,
            PasswordHashes hashes,
            DemoSignIns signIns,
            AuditLog record,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.hashes = hashes;
        this.signIns = signIns;
        this.record = record;
        this.transactions = transactions;
    }

    /// Once the server listens: makes what is missing and tells the person at the terminal how to sign in;
    /// the launch tells the address.
    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        make();
        print(System.out);
    }

    /// Makes missing accounts and sets differing passwords; afterwards every one of [DemoSignIns] works.
    void make() {
        signIns.readOrMake().forEach((person, text) -> {
            try (var password = Secret.of(text)) {
                make(person, password);
            } catch (JdbiAccounts.EmailTakenException e) {
                // Another node was faster; its account is given this password now.
                try (var password = Secret.of(text)) {
                    make(person, password);
                }
            }
        });
    }

    private void make(Person person, Secret password) {
        var existing = accounts.find(new EmailAddress(person.email()));
        var works = hashes.matches(
                password, existing.map(SignedInUser::passwordHash).orElse(null));
        if (works.orElse(false)) {
            return;
        }
        var hash = hashes.hash(password).orElseThrow();
        existing.ifPresentOrElse(
                account -> accounts.replaceHash(account.id(), account.passwordHash(), hash), () -> add(person, hash));
    }

    private void add(Person person, String hash) {
        var user = new SignedInUser(
                new UserId(UUID.randomUUID()), person.email(), hash, Set.of(person.role), person.language, true);
        transactions.executeWithoutResult(_ -> {
            accounts.add(user);
            record.record(Act.SIGNED_UP, null, user.id(), null, Map.of());
        });
    }

    private void print(PrintStream terminal) {
        terminal.println("Demo sign-ins (kept in " + signIns.file() + "):");
        signIns.readOrMake()
                .forEach((person, password) ->
                        terminal.printf("  %-24s %s   %s%n", person.email(), password, person.about));
        terminal.flush();
    }

    /// The closed list of demo people.
    enum Person {
        CUSTOMER(Role.CUSTOMER, Language.ENGLISH, "customer, reads English"),
        CLIENT(Role.CUSTOMER, Language.FRENCH, "customer, reads French"),
        SUPPORT(Role.SUPPORT, Language.ENGLISH, "support agent"),
        EDITOR(Role.EDITOR, Language.ENGLISH, "content editor"),
        ADMIN(Role.ADMIN, Language.ENGLISH, "administrator");

        private final Role role;
        private final Language language;
        private final String about;

        Person(Role role, Language language, String about) {
            this.role = role;
            this.language = language;
            this.about = about;
        }

        String email() {
            return name().toLowerCase(java.util.Locale.ROOT) + EMAIL_SUFFIX;
        }
    }
}
