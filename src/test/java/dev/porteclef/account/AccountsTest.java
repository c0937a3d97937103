package dev.porteclef.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.account.SignUpOutcome.EmailTaken;
import dev.porteclef.account.SignUpOutcome.InvalidEmail;
import dev.porteclef.account.SignUpOutcome.SignedUp;
import dev.porteclef.account.SignUpOutcome.TooManyTries;
import dev.porteclef.account.SignUpOutcome.WeakPassword;
import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLog;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

@ParameterizedClass
@EnumSource(TestDatabase.class)
class AccountsTest {

    private static final String PASSWORD = "quatre-huîtres-au-phare";
    private static final ClientAddress HOME = ClientAddress.of("203.0.113.7");

    private final AccountsFixture people;
    private final Accounts accounts;

    AccountsTest(TestDatabase kind) {
        people = new AccountsFixture(kind.fresh());
        accounts = people.accounts();
    }

    @Test
    void a_new_account_can_be_used_and_stands_in_the_journal() {
        var outcome = signUp("Alice@Example.org", PASSWORD);
        assertThat(outcome).isInstanceOfSatisfying(SignedUp.class, signedUp -> {
            assertThat(signedUp.user().email()).isEqualTo("alice@example.org");
            assertThat(signedUp.user().roles()).containsExactly(Role.CUSTOMER);
            assertThat(signedUp.user().passwordHash()).isEmpty();
        });
        var user = check(" ALICE@example.org ", PASSWORD);
        assertThat(user.language()).isEqualTo(Language.FRENCH);
        assertThat(user.roles()).containsExactly(Role.CUSTOMER);
        assertThat(user.passwordHash()).isEmpty();
        assertThat(acts(user)).containsExactly(Act.SIGNED_UP);
    }

    @Test
    void the_stored_hash_is_argon2id_with_our_settings_and_a_salt_of_its_own() {
        signUp("a@example.org", PASSWORD);
        signUp("b@example.org", PASSWORD);
        var hashes = people.hashes();
        assertThat(hashes).hasSize(2).doesNotHaveDuplicates();
        assertThat(hashes).allMatch(hash -> hash.startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$"));
    }

    @Test
    void an_address_is_one_account_whatever_its_case() {
        signUp("alice@example.org", PASSWORD);
        assertThat(signUp("ALICE@example.org", "another-good-passphrase-7")).isEqualTo(new EmailTaken());
        assertThat(check("alice@example.org", PASSWORD)).isNotNull();
        assertThat(people.hashes()).hasSize(1);
        assertThat(people.rowsOfRecord()).isEqualTo(1);
    }

    @Test
    void of_simultaneous_sign_ups_with_one_address_one_wins() throws Exception {
        var tries = IntStream.range(0, 6)
                .mapToObj(number -> (Callable<SignUpOutcome>) () -> signUp("alice@example.org", PASSWORD + number))
                .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            var won = 0;
            for (var outcome : threads.invokeAll(tries)) {
                won += outcome.get() instanceof SignedUp ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
        assertThat(people.rowsOfRecord()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Tr0ub4dor&3              | TOO_SHORT
                    🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑         | TOO_SHORT
                    passwordpassword         | GUESSABLE
                    aaaaaaaaaaaaaaaaaaaaaa   | GUESSABLE
                    noonbarbari2026          | GUESSABLE
                    alice.martin@example.org | GUESSABLE
                    alicemartin12            | GUESSABLE
                    """)
    void a_weak_password_is_refused_with_its_fault(String password, PasswordFault fault) {
        assertThat(signUp("alice.martin@example.org", password)).isEqualTo(new WeakPassword(fault));
        assertThat(people.hashes()).isEmpty();
    }

    @Test
    void a_password_may_have_128_characters_and_no_more() {
        var longest = "Pélican 7 ".repeat(13).substring(0, 128);
        assertThat(signUp("a@example.org", longest + "x")).isEqualTo(new WeakPassword(PasswordFault.TOO_LONG));
        assertThat(signUp("a@example.org", longest)).isInstanceOf(SignedUp.class);
        assertThat(check("a@example.org", longest)).isNotNull();
    }

    @Test
    void an_accent_may_be_typed_composed_or_not() {
        signUp("a@example.org", "quatre-hui\u0302tres-au-phare");
        assertThat(check("a@example.org", "quatre-hu\u00eetres-au-phare")).isNotNull();
    }

    @Test
    void the_demo_cannot_be_impersonated() {
        assertThat(signUp("someone" + DemoAccounts.EMAIL_SUFFIX, PASSWORD)).isEqualTo(new InvalidEmail());
        assertThat(signUp("not an address", PASSWORD)).isEqualTo(new InvalidEmail());
    }

    @Test
    void one_address_cannot_go_on_asking_which_e_mails_are_taken() {
        signUp("taken@example.org", PASSWORD);
        for (var tried = 1; tried < Limit.SIGN_UP.capacity(); tried++) {
            assertThat(signUp("taken@example.org", PASSWORD)).isEqualTo(new EmailTaken());
        }
        assertThat(signUp("taken@example.org", PASSWORD)).isEqualTo(new TooManyTries(Limit.SIGN_UP.period()));
        assertThat(signUp("free@example.org", PASSWORD)).isInstanceOf(TooManyTries.class);
        assertThat(people.hashes()).hasSize(1);
    }

    @Test
    void what_is_refused_for_its_form_does_not_count() {
        for (var tried = 0; tried <= Limit.SIGN_UP.capacity(); tried++) {
            signUp("nobody", PASSWORD);
            signUp("a@example.org", "short");
        }
        assertThat(signUp("a@example.org", PASSWORD)).isInstanceOf(SignedUp.class);
    }

    @Test
    void wrong_unknown_and_closed_do_not_match() {
        signUp("alice@example.org", PASSWORD);
        try (var wrong = Secret.of(PASSWORD + "!");
                var right = Secret.of(PASSWORD);
                var nobodys = Secret.of("nobody's")) {
            assertThat(accounts.checkPassword("alice@example.org", wrong)).isInstanceOf(PasswordCheck.Differs.class);
            assertThat(accounts.checkPassword("bob@example.org", right)).isEqualTo(new PasswordCheck.Unknown());
            assertThat(accounts.checkPassword("bob@example.org", nobodys)).isEqualTo(new PasswordCheck.Unknown());
            assertThat(accounts.checkPassword("no address", right)).isEqualTo(new PasswordCheck.Unknown());
            people.execute("update account set enabled = false");
            assertThat(accounts.checkPassword("alice@example.org", right)).isInstanceOf(PasswordCheck.Differs.class);
        }
    }

    @Test
    void an_outdated_hash_is_replaced_by_a_successful_check_only() {
        signUp("alice@example.org", PASSWORD);
        var outdated = "{argon2}" + new Argon2PasswordEncoder(16, 32, 1, 4096, 1).encode("quatre-huîtres-au-phare");
        people.execute("update account set password_hash = '" + outdated + "'");
        try (var wrong = Secret.of("wrong")) {
            accounts.checkPassword("alice@example.org", wrong);
        }
        assertThat(people.hashes()).containsExactly(outdated);
        assertThat(check("alice@example.org", PASSWORD)).isNotNull();
        assertThat(people.hashes()).singleElement().asString().contains("m=19456,t=2");
        assertThat(check("alice@example.org", PASSWORD)).isNotNull();
    }

    @Test
    void a_change_of_language_is_kept_and_recorded_once() {
        signUp("alice@example.org", PASSWORD);
        var alice = check("alice@example.org", PASSWORD);
        try (var _ = SignedIn.as(alice)) {
            accounts.changeLanguage(Language.ENGLISH);
            accounts.changeLanguage(Language.ENGLISH);
        }
        assertThat(check("alice@example.org", PASSWORD).language()).isEqualTo(Language.ENGLISH);
        assertThat(acts(alice)).containsExactly(Act.LANGUAGE_CHANGED, Act.SIGNED_UP);
    }

    @Test
    void an_account_without_its_row_in_the_record_does_not_come_to_be() {
        people.execute("alter table audit_event rename to audit_event_away");
        assertThatThrownBy(() -> signUp("alice@example.org", PASSWORD)).isInstanceOf(RuntimeException.class);
        assertThat(people.hashes()).isEmpty();
    }

    private SignUpOutcome signUp(String email, String password) {
        try (var secret = Secret.of(password)) {
            return accounts.signUp(new SignUpDraft(email, secret, Language.FRENCH, HOME));
        }
    }

    private SignedInUser check(String email, String password) {
        try (var secret = Secret.of(password)) {
            return switch (accounts.checkPassword(email, secret)) {
                case PasswordCheck.Matches matches -> matches.user();
                case PasswordCheck.Differs _, PasswordCheck.Unknown _, PasswordCheck.Busy _ ->
                    throw new AssertionError("does not match");
            };
        }
    }

    private List<Act> acts(SignedInUser user) {
        AuditLog log = people.log();
        try (var _ = SignedIn.as(user)) {
            return log.ownJournal(Long.MAX_VALUE, 10).stream()
                    .map(entry -> entry.act())
                    .toList();
        }
    }
}
