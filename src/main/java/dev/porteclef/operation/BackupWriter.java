package dev.porteclef.operation;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// One JSON value a line, compressed, with a last line that proves the ones before. Readable by its owner only.
final class BackupWriter implements AutoCloseable {

    private static final int BUFFER = 64 * 1024;

    private final JsonMapper json = JsonMapper.shared();
    private final Path file;
    private final Path unfinished;
    private final MessageDigest digest = sha256();
    private final OutputStream compressed;
    private final OutputStream digested;
    private long rows;

    private BackupWriter(Path file, Path unfinished, OutputStream disk) throws IOException {
        this.file = file;
        this.unfinished = unfinished;
        this.compressed = new GZIPOutputStream(new BufferedOutputStream(disk, BUFFER), BUFFER);
        this.digested = new DigestOutputStream(compressed, digest);
    }

    /// Writes into another file of the same folder until [#finish()].
    static BackupWriter beside(Path file) throws IOException {
        return beside(file, disk -> disk);
    }

    /// @param through what is written goes through on its way to the disk
    static BackupWriter beside(Path file, UnaryOperator<OutputStream> through) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        var name = file.getFileName();
        if (folder == null || name == null) {
            throw new IOException("that is no file");
        }
        var unfinished = Files.createTempFile(folder, name.toString(), ".unfinished", ownerOnly());
        return new BackupWriter(file, unfinished, through.apply(Files.newOutputStream(unfinished)));
    }

    void line(Map<String, ?> values) throws IOException {
        write(digested, json.writeValueAsBytes(values));
    }

    void row(List<@Nullable Object> values) throws IOException {
        write(digested, json.writeValueAsBytes(values));
        rows++;
    }

    long rows() {
        return rows;
    }

    /// Proves what was written, brings it to the disk, and gives it its name.
    ///
    /// @throws java.nio.file.FileAlreadyExistsException where another file has got that name meanwhile; it stays
    void finish() throws IOException {
        var proof = Map.of("rows", rows, "sha256", HexFormat.of().formatHex(digest.digest()));
        write(compressed, json.writeValueAsBytes(proof));
        compressed.close();
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        FinishedFile.name(unfinished, file);
    }

    /// Leaves nothing half written behind.
    @Override
    public void close() throws IOException {
        try {
            // Writes what is left, which fails again where the disk is full.
            compressed.close();
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void write(OutputStream to, byte[] value) throws IOException {
        to.write(value);
        to.write('\n');
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
