package dev.porteclef.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.EnumSet;

/// A master key in a file of its own folder, readable by its owner only; a Tink keyset in JSON.
/// Whoever has this file and the database has every secret: they belong on different backups.
final class LocalMasterKey implements MasterKey {

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

    /// Makes a new key in `folder`, which is created owner-only if need be.
    static LocalMasterKey createIn(Path folder) {
        var file = folder.resolve(FILE);
        try {
            var keyset = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AeadConfig2026.get());
            var json = TinkJsonProtoKeysetFormat.serializeKeyset(
                    keyset, AeadConfig2026.get(), InsecureSecretKeyAccess.get());
            createOwnerOnly(folder);
            if (posix(folder)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            } else {
                Files.createFile(file);
            }
            try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                channel.write(StandardCharsets.UTF_8.encode(json));
            }
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

    private static void createOwnerOnly(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        Files.createDirectories(folder);
        if (posix(folder)) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
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
