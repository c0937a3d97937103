package dev.porteclef.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command `demo-data`: its words, and that it fills the database which the settings name.
class MakingUpTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-30T11:30:00.5Z"), ZoneOffset.UTC);

    @TempDir
    private Path home;

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--customers 3; The number of keys is missing: ./porteclef demo-data --keys N",
                "--keys; A value is missing after --keys.",
                "--keys 0; '--keys takes a number from 1 to 10000000, not 0.'",
                "--keys many; '--keys takes a number from 1 to 10000000, not many.'",
                "--keys 99999999999; '--keys takes a number from 1 to 10000000, not 99999999999.'",
                "--keys 5 --customers 6; '--customers takes a number from 1 to 5, not 6.'",
                "--keys 5 --checks-per-key=-1; '--checks-per-key takes a number from 1 to 1000, not -1.'",
                "--keys 5 --seed x; '--seed takes a whole number, not x.'",
                "--keys 5 --at noon; '--at takes a moment such as 2026-11-30T12:00:00Z, not noon.'",
                "--keys 5 --profile demo; '--profile takes postgres or prod, not demo.'",
                "--keys 5 --wipe; Unknown option --wipe."
            })
    void bad_words_are_refused_in_a_plain_sentence(String words, String sentence) {
        assertThatThrownBy(() -> MakingUpOptions.parse(List.of(words.split(" ")), CLOCK))
                .isInstanceOf(Options.UsageException.class)
                .hasMessage(sentence);
    }

    @Test
    void what_is_not_told_has_its_usual_value() {
        var plan = MakingUpOptions.parse(List.of("--keys", "1000000"), CLOCK).plan();

        assertThat(plan.customers()).isEqualTo(100_000);
        assertThat(plan.checks()).isEqualTo(20_000_000);
        assertThat(plan.at()).isEqualTo(Instant.parse("2026-11-30T11:30:00Z"));
    }

    @Test
    void the_embedded_database_is_made_filled_once_and_filled_again_when_asked() {
        assertThat(run("--keys", "40", "--data", home.resolve("data").toString()))
                .startsWith(
                        "Making up 40 keys of 4 customers with about 800 checks (--seed 1 --at 2026-11-30T11:30:00Z)")
                .contains("100 %  40 of 40 keys")
                .containsPattern("Made 4 customers, 40 keys and (7[0-9][0-9]|800) checks\\.");

        assertThatThrownBy(
                        () -> run("--keys", "40", "--data", home.resolve("data").toString()))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("--again");
        assertThat(run("--keys", "20", "--again", "--data", home.resolve("data").toString()))
                .contains("Made 2 customers, 20 keys");
    }

    @Test
    void the_database_of_the_settings_is_filled() {
        var url = TestDatabase.newPostgresUrl();

        assertThat(run(
                        "--keys",
                        "20",
                        "--profile",
                        "postgres",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=postgres"))
                .contains("Made 2 customers, 20 keys");
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void without_a_database_it_says_so() {
        assertThatThrownBy(() -> run("--keys", "20", "--profile", "postgres"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("No database is declared");
    }

    @Test
    void help_is_given_without_a_database() {
        assertThat(run("--help")).isEqualTo(MakingUpOptions.USAGE);
    }

    private String run(String... words) {
        var told = new ByteArrayOutputStream();
        var all = Stream.concat(
                        Stream.of(words),
                        Stream.of(words).anyMatch("--data"::equals)
                                ? Stream.empty()
                                : Stream.of("--data", home.resolve("data").toString()))
                .toList();
        MakingUp.run(all, new PrintStream(told, true, StandardCharsets.UTF_8), false, CLOCK);
        return told.toString(StandardCharsets.UTF_8);
    }
}
