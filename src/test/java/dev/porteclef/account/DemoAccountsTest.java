package dev.porteclef.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoAccountsTest {

    private final AccountsFixture people = new AccountsFixture(TestDatabase.H2.fresh());

    @TempDir
    Path data;

    @Test
    void makes_one_person_per_role_and_language_who_can_sign_in() throws IOException {
        people.demo(data).make();
        var told = told(data);
        assertThat(told.stringPropertyNames())
                .containsExactlyInAnyOrder(
                        "customer@demo.example",
                        "client@demo.example",
                        "support@demo.example",
                        "editor@demo.example",
                        "admin@demo.example");
        assertThat(signIn("customer", told).roles()).isEqualTo(Set.of(Role.CUSTOMER));
        assertThat(signIn("client", told).roles()).isEqualTo(Set.of(Role.CUSTOMER));
        assertThat(signIn("client", told).language()).isEqualTo(Language.FRENCH);
        assertThat(signIn("support", told).roles()).isEqualTo(Set.of(Role.SUPPORT));
        assertThat(signIn("editor", told).roles()).isEqualTo(Set.of(Role.EDITOR));
        assertThat(signIn("admin", told).roles()).isEqualTo(Set.of(Role.ADMIN));
    }

    @Test
    void passwords_are_different_readable_and_the_owners_only() throws IOException {
        people.demo(data).make();
        var told = told(data);
        assertThat(told.values())
                .doesNotHaveDuplicates()
                .allSatisfy(password -> assertThat((String) password)
                        .matches("([a-z0-9]{5}-){3}[a-z0-9]{5}")
                        .doesNotContainPattern("[0o1li2z5s8buv]"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(data))))
                .isEqualTo("rw-------");
        try (var files = Files.list(data)) {
            assertThat(files).containsExactly(file(data));
        }
    }

    @Test
    void a_second_start_changes_nothing() throws IOException {
        people.demo(data).make();
        var hashes = people.hashes();
        var told = told(data);
        people.demo(data).make();
        assertThat(told(data)).isEqualTo(told);
        assertThat(people.hashes()).isEqualTo(hashes);
    }

    @Test
    void without_the_file_the_passwords_are_set_anew() throws IOException {
        people.demo(data).make();
        var old = told(data);
        Files.delete(file(data));
        people.demo(data).make();
        assertThat(told(data).values()).doesNotContainAnyElementsOf(old.values());
        assertThat(signIn("support", told(data)).roles()).isEqualTo(Set.of(Role.SUPPORT));
        assertThat(people.hashes()).hasSize(5);
    }

    private SignedInUser signIn(String name, Properties told) {
        var email = name + "@demo.example";
        try (var password = Secret.of(told.getProperty(email))) {
            var check = people.accounts().checkPassword(email, password);
            assertThat(check).isInstanceOf(PasswordCheck.Matches.class);
            return ((PasswordCheck.Matches) check).user();
        }
    }

    private static Properties told(Path data) throws IOException {
        var told = new Properties();
        try (var reader = Files.newBufferedReader(file(data))) {
            told.load(reader);
        }
        return told;
    }

    private static Path file(Path data) {
        return data.resolve("demo-sign-ins.properties");
    }
}
