package dev.porteclef.exchange;

import static dev.porteclef.exchange.SmallExchange.YAML;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.content.ContentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How files become the catalogue, and how their problems end the start.
class YamlCatalogueTest {

    private static final Clock CLOCK = Clock.systemUTC();

    @Test
    void anExchangeWithoutAdapterStopsTheStart() {
        assertThatThrownBy(() -> new YamlCatalogue(List.of(ExchangeContent.PACKAGED), Set.of("another"), CLOCK))
                .isInstanceOf(ContentException.class)
                .hasMessage("db/content/exchanges/bitfinex/exchange.yaml:6: exchange bitfinex needs an adapter called"
                        + " \"bitfinex\", which does not exist");
    }

    @Test
    void problemsOfAllFilesAreToldTogether(@TempDir Path folder) throws IOException {
        write(folder, "one", YAML.replace("name: Small", "name:"));
        write(folder, "two", YAML.replace("adapter: small", "adapter: large"));
        write(folder, "Three!", YAML);
        var content = new ExchangeContent(folder.toUri() + "db/content/exchanges/*/exchange.yaml");
        assertThatThrownBy(() -> new YamlCatalogue(List.of(content), Set.of("small"), CLOCK))
                .isInstanceOfSatisfying(
                        ContentException.class, e -> assertThat(e.problems()).hasSize(3))
                .hasMessageContaining("db/content/exchanges/one/exchange.yaml:1: exchange one has an empty \"name\"")
                .hasMessageContaining("db/content/exchanges/two/exchange.yaml:2: exchange two needs an adapter")
                .hasMessageContaining("exchange.yaml:1: lies in a folder that cannot name an exchange: \"Three!\"");
    }

    private static void write(Path folder, String exchange, String yaml) throws IOException {
        var place =
                Files.createDirectories(folder.resolve("db/content/exchanges").resolve(exchange));
        Files.writeString(place.resolve("exchange.yaml"), yaml);
    }
}
