package dev.porteclef.e2e;

import dev.porteclef.e2e.Traffic.Received;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;

/// Every file that a portal keeps, byte for byte.
final class KeptFiles {

    private KeptFiles() {}

    /// @param home its folders `data` and `keys` are inside
    static Stream<Received> of(Path home) {
        var found = new ArrayList<Received>();
        for (var folder : new String[] {"data", "keys"}) {
            try (var paths = Files.walk(home.resolve(folder))) {
                paths.filter(Files::isRegularFile)
                        .forEach(path -> found.add(new Received(path.toString(), content(path))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found.stream();
    }

    static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
