package dev.porteclef.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Where fixtures are written: each whole or not at all, for its owner only.
final class FixtureFolder {

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Path folder;

    FixtureFolder(Path folder) {
        this.folder = folder;
    }

    /// Asked before anything is sent: an answer of a real exchange is too dear to be lost for want of a folder.
    ///
    /// @throws Misuse when nothing could be written here
    void check() {
        var existing = folder;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw new Misuse("Nothing can be written to " + folder + "; name another folder with --out.");
        }
    }

    /// @return the file, named by time, scenario and call
    Path write(Instant at, String scenario, Captured captured, String text) {
        var name = "%s-%s-%d-%s.json"
                .formatted(
                        STAMP.format(at),
                        scenario,
                        captured.number(),
                        captured.step().call().label());
        try {
            Files.createDirectories(folder, attributes("rwx------"));
            var part = Files.createTempFile(folder, ".part-", ".json", attributes("rw-------"));
            try {
                fill(part, text);
                return Files.move(part, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path part, String text) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] attributes(String permissions) {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }
}
