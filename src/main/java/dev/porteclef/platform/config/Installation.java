package dev.porteclef.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
/// @param outbound how fast and by which ways exchanges are called
/// @param watch how often keys are checked by themselves
/// @param readers how many sessions there may be in which nobody is signed in
@ConfigurationProperties(prefix = "porteclef", ignoreUnknownFields = false)
public record Installation(
        Brand brand,
        List<String> outgoingAddresses,
        Path data,
        Path keys,
        @DefaultValue List<String> proxy,
        @DefaultValue("90") int rotationDays,
        @DefaultValue MailSettings mail,
        @DefaultValue Outbound outbound,
        @DefaultValue Watch watch,
        @DefaultValue Readers readers) {

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
        this(
                brand,
                outgoingAddresses,
                data,
                keys,
                List.of(),
                USUAL_ROTATION,
                MailSettings.NONE,
                Outbound.USUAL,
                Watch.USUAL,
                Readers.USUAL);
    }

    /// Good manners toward exchanges. Bitfinex allows 90 calls a minute of each question from each address; a third of
    /// that is taken, for other programs may call from the same address.
    ///
    /// @param callsPerMinute of one question from one address, in the long run
    /// @param burst how many of them may go out at once after a quiet time
    /// @param practiceCallsPerMinute the same for the practice exchange, which is our own; 0: not limited
    /// @param routes the ways out where there are several; empty: straight out
    public record Outbound(
            @DefaultValue("30") int callsPerMinute,
            @DefaultValue("10") int burst,
            @DefaultValue("600") int practiceCallsPerMinute,
            @DefaultValue List<Route> routes) {

        /// What an installation that declares nothing gets.
        public static final Outbound USUAL = new Outbound(30, 10, 600, List.of());

        public Outbound {
            routes = List.copyOf(routes);
            if (callsPerMinute < 1 || burst < 2 || practiceCallsPerMinute < 0) {
                throw new IllegalArgumentException("at least one call a minute, and two at once");
            }
        }
    }

    /// How keys are watched.
    ///
    /// @param shortestInterval the time between two checks of a key where there are few keys; many need longer
    /// @param heartbeat how often a node looks for work and says that it is there; after four that were missed its
    ///     work is taken over
    /// @param lookEvery how often it is looked whether many keys share one fate
    public record Watch(
            @DefaultValue("6h") Duration shortestInterval,
            @DefaultValue("5s") Duration heartbeat,
            @DefaultValue("5s") Duration lookEvery) {

        /// What an installation that declares nothing gets.
        public static final Watch USUAL = new Watch(Duration.ofHours(6), Duration.ofSeconds(5), Duration.ofSeconds(5));

        public Watch {
            if (!shortestInterval.isPositive() || !heartbeat.isPositive() || !lookEvery.isPositive()) {
                throw new IllegalArgumentException("intervals and a heartbeat are longer than nothing");
            }
        }
    }

    /// Sessions in which nobody is signed in. The numbers are for an office behind one address, where many read at the
    /// same time and few begin within the same minute.
    ///
    /// @param idle after how long a session ends whose reader only reads and does nothing
    /// @param alivePerAddress how many there may be at the same time from one address
    /// @param newPerAddress how many may begin within ten minutes from one address
    /// @param alive how many there may be altogether; then whoever did nothing for the longest time makes room
    public record Readers(
            @DefaultValue("5m") Duration idle,
            @DefaultValue("300") int alivePerAddress,
            @DefaultValue("900") int newPerAddress,
            @DefaultValue("2000") int alive) {

        /// What an installation that declares nothing gets.
        public static final Readers USUAL = new Readers(Duration.ofMinutes(5), 300, 900, 2000);

        public Readers {
            if (!idle.isPositive() || alivePerAddress < 1 || newPerAddress < 1 || alive < 1) {
                throw new IllegalArgumentException("somebody must be able to read");
            }
        }
    }

    /// One way out.
    ///
    /// @param address the outgoing address it leads through, one of [#outgoingAddresses()]
    /// @param from the local address to call from, `null`: whichever the machine takes
    /// @param proxy the HTTP proxy to call through (`http://host:port`), `null`: none
    public record Route(
            String address, @Nullable String from, @Nullable URI proxy) {}

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
