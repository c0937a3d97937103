package dev.porteclef.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.porteclef.testing.TestDatabase;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/// What a failing statement says may end up in the log: never what was bound to it.
class FailureMessagesTest {

    private static final String EMAIL = "somebody@private.example";
    private static final String HASH = "{argon2}hash-of-somebody";

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_failing_statement_does_not_tell_what_was_bound(TestDatabase database) {
        var told = told(database.fresh().jdbi(), "xx");

        assertThat(told).contains("account_language_known");
        assertThat(told).doesNotContain(EMAIL).doesNotContain(HASH);
    }

    @Test
    void a_taken_value_is_not_told_by_postgresql() {
        var jdbi = TestDatabase.POSTGRESQL.fresh().jdbi();
        insert(jdbi, "fr");

        assertThat(told(jdbi, "fr")).contains("account_email_unique").doesNotContain(EMAIL);
    }

    /// The same through the connections that the portal itself opens with the profile `postgres`.
    @Test
    void the_profile_for_postgresql_keeps_the_details_of_the_server_away() {
        new ApplicationContextRunner()
                .withInitializer(new ConfigDataApplicationContextInitializer())
                .withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
                .withPropertyValues(
                        "spring.profiles.active=postgres",
                        "PORTECLEF_DB_URL=" + TestDatabase.newPostgresUrl(),
                        "PORTECLEF_DB_USER=postgres")
                .run(context -> {
                    var source = context.getBean(DataSource.class);
                    Flyway.configure()
                            .dataSource(source)
                            .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                            .load()
                            .migrate();
                    var jdbi = JdbiSetup.on(source::getConnection);
                    insert(jdbi, "fr");

                    assertThat(told(jdbi, "fr"))
                            .contains("account_email_unique")
                            .doesNotContain(EMAIL);
                });
    }

    /// The whole stack trace of an insert that the database refuses, causes included.
    private static String told(Jdbi jdbi, String language) {
        var failure = catchThrowableOfType(StatementException.class, () -> insert(jdbi, language));
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static void insert(Jdbi jdbi, String language) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into account (id, email, password_hash, language, enabled, created_at, version)
                        values (:id, :email, :hash, :language, true, current_timestamp, 1)
                        """)
                .bind("id", UUID.randomUUID())
                .bind("email", EMAIL)
                .bind("hash", HASH)
                .bind("language", language)
                .execute());
    }
}
