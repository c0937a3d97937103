package dev.porteclef.key;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.KeyModel.Move;
import dev.porteclef.key.KeyModel.Round;
import dev.porteclef.key.KeyModel.Stage;
import dev.porteclef.testing.AcknowledgedWrites;
import dev.porteclef.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The portal's process dies at any moment while keys are connected, replaced, reported as leaked, seen out:
/// afterwards each key is there whole or not at all, and what customers were told has happened.
class KilledIT {

    private static final Duration LONGEST_ROUND = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @Timeout(300)
    void no_key_is_half_saved_or_lost_by_a_kill(TestDatabase database) throws Exception {
        kill(database, 3);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    @Tag("soak")
    void no_key_is_half_saved_or_lost_by_many_kills(TestDatabase database) throws Exception {
        var ledger = kill(database, 100);
        assertThat(ledger.seen()).as("how keys stood after kills").containsExactlyInAnyOrder(Stage.values());
    }

    private KeyLedger kill(TestDatabase database, int rounds) throws Exception {
        var url = switch (database) {
            // Whoever waits for one that stands still in a transaction waits for the kill.
            case H2 -> AcknowledgedWrites.url(folder.resolve("data")) + ";LOCK_TIMEOUT=600000";
            case POSTGRESQL -> TestDatabase.newPostgresUrl();
        };
        var user = switch (database) {
            case H2 -> "porteclef";
            case POSTGRESQL -> "postgres";
        };
        var random = new Random(20_261_121);
        var ledger = new KeyLedger();
        try (var bitfinex = new StagedBitfinex()) {
            var exchange = new KeyExchange(bitfinex);
            for (var round = 0; round < rounds; round++) {
                var words = List.of(
                        database.name(),
                        url,
                        user,
                        keys().toString(),
                        bitfinex.address().toString(),
                        Integer.toString(round * 1_000_000 + 1),
                        Long.toString(random.nextLong(1_000_000)));
                run(words, KeyMoves.CUSTOMERS - random.nextInt(KeyMoves.CUSTOMERS / 2), ledger);
                try (var source = KeyMoves.open(url, user)) {
                    ledger.compare(new KeyInvariants(database, source, keys(), exchange).check());
                }
                exchange.nextRound();
            }
        }
        assertThat(ledger.done())
                .as("what was seen done")
                .contains(names(Move.values()))
                .contains(names(Round.values()));
        return ledger;
    }

    private static String[] names(Enum<?>[] values) {
        return Stream.of(values).map(Enum::name).toArray(String[]::new);
    }

    /// Runs the program until so many of its customers have stopped in the middle of something and the others go on,
    /// kills it, and takes down what it said.
    private void run(List<String> words, int stopped, KeyLedger ledger) throws Exception {
        var errors = Files.createTempFile(folder, "moves", ".err");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KeyMoves.class.getName()));
        command.addAll(words);
        var process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
        // A test run that is broken off leaves nobody behind who connects keys for ever.
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        // Where a move never ends, too few stop: that is a failure and no reason to wait.
        CompletableFuture.delayedExecutor(LONGEST_ROUND.toSeconds(), TimeUnit.SECONDS)
                .execute(process::destroyForcibly);
        var left = stopped;
        var complaints = new ArrayList<String>();
        try (var lines = process.inputReader(StandardCharsets.US_ASCII)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("stopped") && --left == 0) {
                    process.destroyForcibly();
                } else if (line.startsWith("begin ") || line.startsWith("done ")) {
                    ledger.take(line);
                } else if (line.contains(" WARN dev.porteclef.")) {
                    complaints.add(line);
                }
            }
        } catch (IOException e) {
            // The stream may close under the reader once the process is gone.
            assertThat(process.waitFor()).isNotZero();
        }
        assertThat(process.waitFor()).as(Files.readString(errors)).isEqualTo(137);
        assertThat(Files.readString(errors)).as("exceptions of the program").doesNotContain("Exception");
        assertThat(complaints).isEmpty();
        assertThat(left).as("how many had yet to stop").isNotPositive();
    }

    private Path keys() {
        return folder.resolve("keys");
    }
}
