package dev.porteclef.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The command `healthy`: whether the portal of this machine or container is ready. It needs nothing but Java,
/// so that a container without a shell can be asked, too.
final class Healthy {

    private static final int PATIENCE_IN_MILLISECONDS = 5_000;
    private static final String USUAL_ADDRESS = "127.0.0.1";
    private static final String USUAL_PORT = "9090";

    private Healthy() {}

    /// @param address and `port` of health and metrics; `null` or empty where none is declared
    /// @return what the process is to end with: 0 for a portal that is ready, 1 for everything else
    static int ask(@Nullable String address, @Nullable String port) {
        try {
            var asked = URI.create(
                    "http://" + host(address) + ":" + orUsual(port, USUAL_PORT) + "/actuator/health/readiness");
            var connection = (HttpURLConnection) asked.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_IN_MILLISECONDS);
            connection.setReadTimeout(PATIENCE_IN_MILLISECONDS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK ? 0 : 1;
        } catch (IOException | IllegalArgumentException e) {
            return 1;
        }
    }

    /// Who listens on every address listens on loopback, too.
    private static String host(@Nullable String address) {
        return switch (orUsual(address, USUAL_ADDRESS)) {
            case "0.0.0.0" -> USUAL_ADDRESS;
            case "::", "0:0:0:0:0:0:0:0" -> "localhost";
            case String host when host.contains(":") -> "[" + host + "]";
            case String host -> host;
        };
    }

    private static String orUsual(@Nullable String declared, String usual) {
        return declared == null || declared.isBlank() ? usual : declared.strip();
    }
}
