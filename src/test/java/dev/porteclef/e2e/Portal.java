package dev.porteclef.e2e;

import dev.porteclef.testing.RunningPortal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// One running demo for all tests of this tier, started at the first use and stopped with the JVM.
final class Portal {

    private Portal() {}

    static RunningPortal running() {
        return Started.PORTAL;
    }

    /// The password of a demo account, as the portal printed and kept it.
    static String passwordOf(RunningPortal portal, String email) {
        var signIns = new Properties();
        try (var reader = Files.newBufferedReader(portal.data().resolve("demo-sign-ins.properties"))) {
            signIns.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signIns.getProperty(email);
    }

    private static final class Started {

        private static final RunningPortal PORTAL = start();

        private static RunningPortal start() {
            try {
                var portal = RunningPortal.start(
                        Files.createTempDirectory(Path.of("target").toAbsolutePath(), "portal"));
                Runtime.getRuntime().addShutdownHook(new Thread(portal::close));
                return portal;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
