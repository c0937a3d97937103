package dev.porteclef.platform.config;

import java.time.Duration;
import java.util.Locale;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// By which address mail goes out; the server is declared by `spring.mail.*`, and without one nothing is sent.
///
/// @param from the sender's address, without a name; needed where a server is declared
/// @param portal scheme, host and port of this portal as its customers open it (`https://portal.example`), for the link
///     that ends a kind of reminder; needed where a server is declared
/// @param every the pause between two looks for mail that is due
public record MailSettings(
        @DefaultValue("") String from,
        @DefaultValue("") String portal,
        @DefaultValue("PT5S") Duration every) {

    /// Nothing declared.
    public static final MailSettings NONE = new MailSettings("", "", Duration.ofSeconds(5));

    public MailSettings {
        from = from.strip().toLowerCase(Locale.ROOT);
        portal = portal.strip().replaceAll("/+$", "");
    }
}
