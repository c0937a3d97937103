package dev.porteclef.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.config.Installation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.mail.autoconfigure.MailSenderAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.mail.javamail.JavaMailSender;

/// Whether there is a mail server, as Spring Boot makes one of what is declared.
class MailServerTest {

    private static final Installation INSTALLATION = new Installation(
            new Installation.Brand("Example", null, null), List.of("203.0.113.7"), Path.of("data"), Path.of("keys"));

    private final ApplicationContextRunner portal =
            new ApplicationContextRunner().withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class));

    @ParameterizedTest
    @CsvSource({"spring.mail.host=mail.example, true", "spring.mail.host=, false", "spring.mail.port=587, false"})
    void there_is_one_where_its_name_is_declared_and_not_empty(String declared, boolean there) {
        portal.withPropertyValues(declared)
                .run(context -> assertThat(new MailServer(context.getBeanProvider(JavaMailSender.class), INSTALLATION)
                                .isDeclared())
                        .isEqualTo(there));
    }
}
