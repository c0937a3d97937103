package dev.porteclef.launch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Asked where the portal answers, whichever address that is.
class HealthyTest {

    @ParameterizedTest
    @CsvSource({"127.0.0.1,", "127.0.0.1, ''", "127.0.0.1, 127.0.0.1", "127.0.0.2, 127.0.0.2", "0.0.0.0, 0.0.0.0"})
    void a_portal_that_is_ready_is_found_where_it_is_declared_to_answer(String bound, @Nullable String declared)
            throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(bound), 0), 0);
        server.createContext("/actuator/health/readiness", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        var port = Integer.toString(server.getAddress().getPort());
        try {
            assertThat(Healthy.ask(declared, port)).isZero();
        } finally {
            server.stop(0);
        }
        assertThat(Healthy.ask(declared, port)).isEqualTo(1);
    }

    @Test
    void an_address_that_is_none_is_no_healthy_portal() {
        assertThat(Healthy.ask("no address", "9090")).isEqualTo(1);
        assertThat(Healthy.ask(null, "no port")).isEqualTo(1);
    }
}
