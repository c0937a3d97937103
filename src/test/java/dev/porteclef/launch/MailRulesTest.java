package dev.porteclef.launch;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.config.MailSettings;
import dev.porteclef.platform.config.StartRefused;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/// With a mail server a start needs to know who sends, and where the portal is.
class MailRulesTest {

    private final MockEnvironment declared = new MockEnvironment().withProperty("spring.mail.host", "mail.example");

    @Test
    void without_a_server_nothing_is_needed() {
        assertThatCode(() -> MailRules.check(new MockEnvironment(), MailSettings.NONE))
                .doesNotThrowAnyException();
    }

    @Test
    void with_a_server_sender_and_address_are_enough() {
        assertThatCode(() -> MailRules.check(declared, mail("Keys@Portal.example ", "https://portal.example/")))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "'', https://portal.example, PORTECLEF_MAIL_FROM",
        "nobody, https://portal.example, PORTECLEF_MAIL_FROM",
        "keys@portal.example, '', PORTECLEF_MAIL_PORTAL",
        "keys@portal.example, portal.example, PORTECLEF_MAIL_PORTAL",
        "keys@portal.example, javascript:alert(1), PORTECLEF_MAIL_PORTAL",
        "keys@portal.example, https://portal.example?x=y, PORTECLEF_MAIL_PORTAL"
    })
    void what_is_missing_is_named(String from, String portal, String variable) {
        assertThatThrownBy(() -> MailRules.check(declared, mail(from, portal)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining(variable);
    }

    private static MailSettings mail(String from, String portal) {
        return new MailSettings(from, portal, Duration.ofSeconds(5));
    }
}
