package dev.porteclef.launch;

import dev.porteclef.platform.config.StartRefused;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder that the embedded database lives in.
final class DataFolder {

    private DataFolder() {}

    /// @param keys folder of the master key; may be blank
    /// @throws StartRefused when a database could not be kept in `data`
    static void check(Path data, String keys) {
        if (data.toString().contains(";")) {
            throw new StartRefused("The data folder " + data + " must not have a semicolon in its name.");
        }
        if (!keys.isBlank() && Path.of(keys).startsWith(data)) {
            throw new StartRefused("The keys folder " + keys + " lies inside the data folder " + data
                    + "; whoever copies the data would have the key to it. Choose another with --keys.");
        }
        if (Files.exists(data) && !Files.isDirectory(data)) {
            throw new StartRefused("The data folder " + data + " is a file; name a folder with --data.");
        }
        var existing = data;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing) || !Files.isWritable(existing)) {
            throw notWritable(data);
        }
        var file = data.resolve("porteclef.mv.db");
        if (Files.exists(file) && !(Files.isReadable(file) && Files.isWritable(file))) {
            throw notWritable(file);
        }
    }

    /// Makes the folder where it does not exist yet, for its owner only.
    ///
    /// @throws StartRefused when the file system refuses
    static void create(Path data) {
        try {
            Files.createDirectories(data, ownerOnly());
        } catch (IOException e) {
            throw notWritable(data);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }

    private static StartRefused notWritable(Path path) {
        return new StartRefused("Porteclef may not write to " + path + "; allow its user to, or name another data"
                + " folder with --data.");
    }
}
