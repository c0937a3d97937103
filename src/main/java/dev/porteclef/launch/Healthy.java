package dev.porteclef.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// The command `healthy`: whether the portal of this machine or container is ready. It needs nothing but Java,
/// so that a container without a shell can be asked, too.
final class Healthy {

    private static final int PATIENCE_IN_MILLISECONDS = 5_000;
    private static final String USUAL_PORT = "9090";

    private Healthy() {}

    /// @param port of health and metrics; `null` where none is declared
    /// @return what the process is to end with: 0 for a portal that is ready, 1 for everything else
    static int ask(@Nullable String port) {
        var address =
                URI.create("http://127.0.0.1:" + (port == null ? USUAL_PORT : port) + "/actuator/health/readiness");
        try {
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(PATIENCE_IN_MILLISECONDS);
            connection.setReadTimeout(PATIENCE_IN_MILLISECONDS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK ? 0 : 1;
        } catch (IOException e) {
            return 1;
        }
    }
}
