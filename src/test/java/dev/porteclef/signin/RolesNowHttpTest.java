package dev.porteclef.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.security.Role;
import dev.porteclef.shell.first.Readers;
import dev.porteclef.testing.LivePage;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What was decided about somebody elsewhere holds at the next click of all their open pages, in whichever browser.
@Timeout(300)
class RolesNowHttpTest extends Readers {

    /// Who, a page that stays open, where its reader clicks next, a text of that page, and a role that leads elsewhere.
    private static final String PEOPLE = """
            support@demo.example  | en/console/keys | en/console/groups  | console.groups.title | CUSTOMER
            support@demo.example  | en/desk         | en/console/keys    | console.keys.title   | EDITOR
            admin@demo.example    | en/console/keys | en/console/groups  | console.groups.title | EDITOR
            editor@demo.example   | en/editing      | en/editing/ip-list | editing.publish.title | SUPPORT
            customer@demo.example | en/keys         | en/journal         | audit.journal.title  | ADMIN
            """;

    @Autowired
    private Jdbi jdbi;

    @Autowired
    private Texts texts;

    @Autowired
    private Installation installation;

    private String email = "";
    private Role role = Role.CUSTOMER;

    @AfterEach
    void as_before() {
        become(role);
        enable(true);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = PEOPLE)
    void a_changed_role_holds_at_the_next_click_of_every_open_page(
            String person, String open, String next, String title, Role other) throws IOException {
        know(person);
        var pages = pages(open);
        become(other);
        for (var page : pages) {
            assertThat(page.go(next, "", "link")).contains(text("shell.error.missing.title"));
            assertThat(page.go(open, "", "link")).contains(text("shell.error.missing.title"));
        }
        become(role);
        for (var page : pages) {
            assertThat(page.go(next, "", "link"))
                    .contains(text(title))
                    .doesNotContain(text("shell.error.missing.title"));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = PEOPLE)
    void a_disabled_account_is_signed_out_at_the_next_click_of_every_open_page(
            String person, String open, String next, String title, Role other) throws IOException {
        know(person);
        var pages = pages(open);
        enable(false);
        for (var page : pages) {
            assertThat(page.go(next, "", "link"))
                    .contains("\"sessionExpired\":true")
                    .doesNotContain(text(title));
        }
        enable(true);
        for (var page : pages) {
            assertThat(page.first(next, ""))
                    .as("nothing is left of the session")
                    .doesNotContain(text(title));
        }
    }

    private void know(String person) {
        email = person;
        role = Role.valueOf(jdbi.withHandle(handle ->
                handle.createQuery("""
                        select role from account_role
                        where account_id = (select id from account where email = :email)
                        """).bind("email", email).mapTo(String.class).one()));
    }

    /// Two browsers of the same person with the page open.
    private List<LivePage> pages(String open) throws IOException {
        var passwords = new Properties();
        try (var file = Files.newBufferedReader(installation.data().resolve("demo-sign-ins.properties"))) {
            passwords.load(file);
        }
        var pages = new ArrayList<LivePage>();
        for (var browser = 0; browser < 2; browser++) {
            var page = new LivePage(root());
            page.signIn(email, passwords.getProperty(email));
            assertThat(page.load(open, "")).doesNotContain(text("shell.error.missing.title"));
            pages.add(page);
        }
        return pages;
    }

    private void become(Role now) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        update account_role set role = :role
                        where account_id = (select id from account where email = :email)
                        """)
                .bind("role", now.name())
                .bind("email", email)
                .execute());
    }

    private void enable(boolean enabled) {
        jdbi.useHandle(handle -> handle.execute("update account set enabled = ? where email = ?", enabled, email));
    }

    private String text(String key) {
        return texts.get(Language.ENGLISH, key);
    }
}
