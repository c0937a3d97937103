package dev.porteclef.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the class files do not show.
class SourcesTest {

    private static final int LONGEST = 300;

    @Test
    void no_file_is_longer_than_a_reader_can_hold() throws IOException {
        assertThat(sources("src/main/java", "src/test/java"))
                .isNotEmpty()
                .filteredOn(file -> lines(file) > LONGEST)
                .isEmpty();
    }

    @Test
    void every_package_says_what_it_owns_and_is_checked_for_nulls() throws IOException {
        var packages = sources("src/main/java").stream().map(Path::getParent).distinct();

        assertThat(packages)
                .isNotEmpty()
                .allSatisfy(folder -> assertThat(folder.resolve("package-info.java"))
                        .isRegularFile()
                        .content()
                        .contains("@NullMarked")
                        .startsWith("/// "));
    }

    private static List<Path> sources(String... roots) throws IOException {
        var found = new java.util.ArrayList<Path>();
        for (var root : roots) {
            try (Stream<Path> paths = Files.walk(Path.of(root))) {
                paths.filter(path -> path.toString().endsWith(".java")).forEach(found::add);
            }
        }
        return found;
    }

    private static long lines(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
