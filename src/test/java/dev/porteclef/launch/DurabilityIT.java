package dev.porteclef.launch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.testing.AcknowledgedWrites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/// What the embedded database has acknowledged survives the sudden death of the process.
class DurabilityIT {

    @TempDir
    private Path folder;

    @Test
    void every_acknowledged_row_survives_a_kill() throws Exception {
        assertThat(lostIn(3)).isEmpty();
    }

    @Test
    @Tag("soak")
    void every_acknowledged_row_survives_many_kills() throws Exception {
        assertThat(lostIn(40)).isEmpty();
    }

    /// The control: the same rounds without the setting that the promise rests on lose rows, so the test can fail.
    @Test
    @Tag("soak")
    void without_the_write_delay_setting_rows_are_lost() throws Exception {
        assertThat(lostIn(10, "WRITE_DELAY=0")).isNotEmpty();
    }

    /// Kills the writer `rounds` times on the same database; returns what was acknowledged and is not there.
    private Collection<Long> lostIn(int rounds, String... without) throws Exception {
        var random = new Random(20_261_121);
        var acknowledged = new HashSet<Long>();
        for (var round = 0; round < rounds; round++) {
            var fresh = acknowledgedBeforeKill(round * 1_000_000_000L, 500 + random.nextInt(1500), without);
            assertThat(fresh).as("rows acknowledged in round %d", round).hasSizeGreaterThanOrEqualTo(500);
            acknowledged.addAll(fresh);
            checkedAsBeforeAStart();
        }
        acknowledged.removeAll(stored());
        return acknowledged;
    }

    private List<Long> acknowledgedBeforeKill(long first, int enough, String... without) throws Exception {
        var errors = Files.createTempFile(folder, "writer", ".err");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-cp",
                System.getProperty("java.class.path"),
                AcknowledgedWrites.class.getName(),
                data().toString(),
                Long.toString(first)));
        command.addAll(List.of(without));
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        var numbers = new ArrayList<Long>();
        try (var lines = process.inputReader(StandardCharsets.US_ASCII)) {
            var killed = false;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                numbers.add(Long.parseLong(line));
                if (!killed && numbers.size() >= enough) {
                    process.destroyForcibly();
                    killed = true;
                }
            }
        } catch (IOException e) {
            // The stream may close under the reader once the process is gone.
            assertThat(process.waitFor()).isNotZero();
        }
        assertThat(process.waitFor()).as(Files.readString(errors)).isEqualTo(137);
        return numbers;
    }

    /// The look before the next start must take the file of a killed process for sound.
    private void checkedAsBeforeAStart() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        java.util.Map.of(
                                "porteclef.data",
                                data().toString(),
                                "porteclef.keys",
                                data().resolveSibling("keys").toString(),
                                "spring.datasource.url",
                                AcknowledgedWrites.url(data()),
                                "spring.datasource.username",
                                "porteclef",
                                "spring.flyway.locations",
                                "classpath:db/migration/common")));
        new DatabaseCheck(environment).check();
    }

    private Set<Long> stored() throws SQLException {
        var numbers = new HashSet<Long>();
        try (var connection = AcknowledgedWrites.connect(AcknowledgedWrites.url(data()));
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select number from acknowledged")) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers;
    }

    private Path data() {
        return folder.resolve("data");
    }
}
