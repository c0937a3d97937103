package dev.porteclef.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/// TLS certificates made for one test by the JDK's own tool: an authority that nobody knows, and servers it vouches
/// for.
public final class Certificates {

    private static final String AUTHORITY = "authority";
    private static final char[] PASSWORD = "only for this test".toCharArray();

    private final Path file;
    private int servers;

    /// @param folder an empty one
    public Certificates(Path folder) {
        file = folder.resolve("certificates.p12");
        keytool(AUTHORITY, "-ext", "bc:critical=ca:true");
    }

    /// A server with a certificate for `host` that is valid from `start` (`-2d`) for `days`.
    public SSLContext server(String host, String start, int days) {
        var alias = "server" + ++servers;
        keytool(
                alias,
                "-signer",
                AUTHORITY,
                "-ext",
                "san=dns:" + host,
                "-startdate",
                start,
                "-validity",
                Integer.toString(days));
        return context(only(alias), null);
    }

    /// A client that believes the authority and nobody else.
    public SSLContext client() {
        try {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(AUTHORITY, all().getCertificate(AUTHORITY));
            return context(null, trusted);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore only(String alias) {
        try {
            var one = KeyStore.getInstance("PKCS12");
            one.load(null, null);
            var all = all();
            one.setKeyEntry(alias, all.getKey(alias, PASSWORD), PASSWORD, all.getCertificateChain(alias));
            return one;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private KeyStore all() throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file.toFile(), PASSWORD);
    }

    private static SSLContext context(@Nullable KeyStore own, @Nullable KeyStore trusted) {
        try {
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(own, PASSWORD);
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keytool(String alias, String... more) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD),
                "-alias",
                alias,
                "-dname",
                "CN=" + alias));
        command.addAll(List.of(more));
        try {
            var log = Files.createTempFile("keytool", ".log");
            var ended = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (ended != 0) {
                throw new IllegalStateException(Files.readString(log));
            }
            Files.delete(log);
        } catch (IOException e) {
            throw new IllegalStateException("no certificate", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a certificate was made", e);
        }
    }
}
