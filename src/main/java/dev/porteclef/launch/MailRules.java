package dev.porteclef.launch;

import dev.porteclef.account.EmailAddress;
import dev.porteclef.platform.config.MailSettings;
import dev.porteclef.platform.config.StartRefused;
import java.net.URI;
import java.util.Set;
import org.springframework.core.env.Environment;

/// What must be declared besides a mail server.
final class MailRules {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private MailRules() {}

    /// @throws StartRefused where a server is declared and the rest is missing or of no use
    static void check(Environment environment, MailSettings mail) {
        if (environment.getProperty("spring.mail.host", "").isBlank()) {
            return;
        }
        if (EmailAddress.of(mail.from()).isEmpty()) {
            throw new StartRefused("A mail server is declared and no sender: set PORTECLEF_MAIL_FROM to an address.");
        }
        if (!isAddress(mail.portal())) {
            throw new StartRefused("A mail server is declared: set PORTECLEF_MAIL_PORTAL to the address at which"
                    + " customers open this portal, such as https://portal.example.");
        }
    }

    private static boolean isAddress(String text) {
        try {
            var address = URI.create(text);
            return address.getScheme() != null
                    && SCHEMES.contains(address.getScheme())
                    && address.getHost() != null
                    && address.getQuery() == null
                    && address.getFragment() == null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
