package dev.porteclef.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.ConstructorBinding;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What an installation declares about itself; an unknown key stops the start.
///
/// @param brand what the portal is called, and where its links lead
/// @param outgoingAddresses the addresses from which exchanges see the portal's calls (IPv4 or IPv6 literals)
/// @param data folder of the embedded database and of the demo's sign-ins; unused with PostgreSQL
/// @param keys folder of the master key, outside `data`
/// @param rotationDays after how many days a key should be replaced; 14 to 3650
/// @param mail by which address mail goes out
/// @param proxy addresses of the HTTPS proxies whose `X-Forwarded-*` headers are believed (IP literals); may be empty
@ConfigurationProperties(prefix = "porteclef", ignoreUnknownFields = false)
public record Installation(
        Brand brand,
        List<String> outgoingAddresses,
        Path data,
        Path keys,
        @DefaultValue List<String> proxy,
        @DefaultValue("90") int rotationDays,
        @DefaultValue MailSettings mail) {

    private static final int USUAL_ROTATION = 90;

    @ConstructorBinding
    public Installation {
        outgoingAddresses = List.copyOf(outgoingAddresses);
        proxy = List.copyOf(proxy);
        if (rotationDays < 14 || rotationDays > 3650) {
            throw new IllegalArgumentException("porteclef.rotation-days must be 14 to 3650");
        }
    }

    /// An installation without a proxy and with what is usual otherwise.
    public Installation(Brand brand, List<String> outgoingAddresses, Path data, Path keys) {
        this(brand, outgoingAddresses, data, keys, List.of(), USUAL_ROTATION, MailSettings.NONE);
    }

    /// @param name shown in titles and texts
    /// @param support where a reader finds a human; `null` hides the link
    /// @param billing the page of plans and invoices; `null` hides the link
    public record Brand(
            String name, @Nullable URI support, @Nullable URI billing) {

        /// The label suggested for a key at the exchange: the name in lower case with hyphens (`noon-barbari`).
        public String keyLabel() {
            return name.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        }
    }
}
