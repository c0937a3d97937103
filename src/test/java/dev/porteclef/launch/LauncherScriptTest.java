package dev.porteclef.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The launcher itself, in a folder of its own where the build only writes down what it was asked for.
class LauncherScriptTest {

    @TempDir
    private Path home;

    @BeforeEach
    void copy() throws IOException {
        Files.copy(Path.of("porteclef"), home.resolve("porteclef"));
        Files.writeString(home.resolve("mvnw"), "#!/bin/sh\nprintf '%s\\n' \"$@\" >>\"$(dirname \"$0\")/asked\"\n");
        Files.setPosixFilePermissions(home.resolve("mvnw"), PosixFilePermissions.fromString("rwx------"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"backup --help", "restore -h", "backup one.backup --help", "image --help", "run --help"})
    void help_is_given_without_a_build(String words) throws Exception {
        var told = launch(words.split(" "));

        assertThat(told.code()).isZero();
        assertThat(told.output()).startsWith("Usage: ./porteclef COMMAND");
        assertThat(home.resolve("asked")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"backup", "restore --profile prod", "demo-data", "image --base", "image --base=", "image one.tar"
            })
    void what_is_missing_is_said_without_a_build(String words) throws Exception {
        var told = launch(words.split(" "));

        assertThat(told.code()).isEqualTo(2);
        assertThat(told.output()).containsPattern("is missing|takes --base IMAGE");
        assertThat(home.resolve("asked")).doesNotExist();
    }

    @Test
    void the_base_of_the_image_is_named_in_either_form() throws Exception {
        built();

        assertThat(launch("image", "--base", "one:25").code()).isZero();
        assertThat(launch("image", "--base=two:25").code()).isZero();

        assertThat(Files.readAllLines(home.resolve("asked"))).contains("-Dimage.base=one:25", "-Dimage.base=two:25");
    }

    private void built() throws IOException {
        Files.writeString(home.resolve("pom.xml"), "");
        Files.setLastModifiedTime(home.resolve("pom.xml"), FileTime.from(Instant.EPOCH));
        Files.createDirectory(home.resolve("target"));
        Files.writeString(home.resolve("target/porteclef.jar"), "");
        Files.writeString(home.resolve("target/porteclef.built"), "");
    }

    private record Told(int code, String output) {}

    private Told launch(String... words) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("sh", home.resolve("porteclef").toString()), Stream.of(words))
                .toList();
        var builder = new ProcessBuilder(List.copyOf(command)).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        var process = builder.start();
        process.getOutputStream().close();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Told(process.waitFor(), output);
    }
}
