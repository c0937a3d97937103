package dev.porteclef.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import org.springframework.core.io.ClassPathResource;

/// Bitfinex as packaged but for one change to its content.
public final class ChangedBitfinex {

    private ChangedBitfinex() {}

    /// The exchange whose outcome table begins with `row` (YAML, set in by two).
    public static Exchange withFirstOutcome(String row) {
        return read(yaml().replace("\noutcomes:\n", "\noutcomes:\n" + row));
    }

    private static Exchange read(String yaml) {
        assertThat(yaml).isNotEqualTo(yaml());
        var file = new ContentFile("exchange.yaml");
        var exchange = new ExchangeReader(file, LocalDate.of(2099, 1, 1), Set.of("bitfinex"))
                .read(new ExchangeId("bitfinex"), yaml);
        assertThat(file.problems()).isEmpty();
        return exchange.orElseThrow();
    }

    private static String yaml() {
        try {
            return new ClassPathResource("db/content/exchanges/bitfinex/exchange.yaml")
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
