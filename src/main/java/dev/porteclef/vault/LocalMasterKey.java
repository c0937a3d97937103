package dev.porteclef.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A master key in a file of its own folder, readable by its owner only; a Tink keyset in JSON.
/// Whoever has this file and the database has every secret: they belong on different backups.
final class LocalMasterKey implements MasterKey {

    private static final Logger LOG = LoggerFactory.getLogger(LocalMasterKey.class);
    private static final String FILE = "master-keyset.json";

    private final KeysetHandle keyset;
    private final Aead aead;

    private LocalMasterKey(KeysetHandle keyset) throws GeneralSecurityException {
        this.keyset = keyset;
        this.aead = keyset.getPrimitive(AeadConfig2026.get(), Aead.class);
    }

    static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve(FILE));
    }

    /// Reads the key in `folder`; refuses one that others may read.
    static LocalMasterKey readFrom(Path folder) {
        var file = folder.resolve(FILE);
        try {
            refuseIfOthersMayRead(file);
            var json = Files.readString(file);
            return new LocalMasterKey(
                    TinkJsonProtoKeysetFormat.parseKeyset(json, AeadConfig2026.get(), InsecureSecretKeyAccess.get()));
        } catch (IOException | GeneralSecurityException e) {
            throw new MasterKeyException("The master key in " + file + " cannot be read.", e);
        }
    }

    /// Makes a new key in `folder`, which is created owner-only if need be. The key is on the disk before it has its
    /// name: whatever interrupts this, what bears the name is whole.
    static LocalMasterKey createIn(Path folder) {
        var file = folder.resolve(FILE);
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            createOwnerOnly(folder);
            writeWhole(folder, file, json);
            return new LocalMasterKey(keyset);
        } catch (IOException | GeneralSecurityException e) {
            throw new MasterKeyException("A new master key cannot be written to " + file + ".", e);
        }
    }

    @Override
    public long id() {
        return keyset.getPrimary().getId();
    }

    @Override
    public Aead aead() {
        return aead;
    }

    /// Whether a key could be made in `folder`, as far as can be told without making anything.
    static boolean canBeMadeIn(Path folder) {
        var existing = folder.toAbsolutePath().normalize();
        while (!Files.exists(existing, LinkOption.NOFOLLOW_LINKS) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return Files.isDirectory(existing) && Files.isWritable(existing) && Files.isExecutable(existing);
    }

    private static void createOwnerOnly(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (posix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    /// Leaves an existing `file` as it is, and nothing half written behind.
    private static void writeWhole(Path folder, Path file, String json) throws IOException {
        var ownerOnly = posix(folder)
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        var unfinished = Files.createTempFile(folder, FILE, ".unfinished", ownerOnly);
        try {
            try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                var bytes = StandardCharsets.UTF_8.encode(json);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            // The move would replace a key that another process has made meanwhile.
            if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
        keepName(folder);
    }

    /// Asks the disk to keep the names in `folder`. Not every system lets a folder be opened, and what was written
    /// is complete with or without.
    private static void keepName(Path folder) {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            LOG.debug("the names in {} were not forced to the disk", folder, e);
        }
    }

    private static void refuseIfOthersMayRead(Path file) throws IOException {
        if (!posix(file)) {
            return;
        }
        var others = EnumSet.of(
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.GROUP_WRITE,
                PosixFilePermission.OTHERS_READ,
                PosixFilePermission.OTHERS_WRITE);
        others.retainAll(Files.getPosixFilePermissions(file));
        if (!others.isEmpty()) {
            throw new MasterKeyException(
                    "The master key in " + file + " can be read by others: chmod 600 it first.", null);
        }
    }

    private static boolean posix(Path path) throws IOException {
        return Files.getFileStore(path).supportsFileAttributeView("posix");
    }
}
