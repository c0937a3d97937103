package dev.porteclef.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the vault finds its master key, or puts a new one.
record MasterKeyFolder(Path path) {

    static MasterKeyFolder fresh() {
        try {
            return new MasterKeyFolder(Files.createTempDirectory("keys"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
