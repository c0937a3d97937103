package dev.porteclef.shell.first;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SessionInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.porteclef.Porteclef;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The whole portal, asked over HTTP by whoever runs no scripts and keeps no cookies. Counts what is drawn for them.
@SpringBootTest(
        classes = Porteclef.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:readers;DB_CLOSE_DELAY=-1;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;"
                    + "DEFAULT_NULL_ORDERING=HIGH",
            // An incident that a test states would be over at the next look: no key tells of it.
            "porteclef.watch.look-every=24h",
            "porteclef.brand.name=Noon & </script> Barbari"
        })
@Import(Readers.Counting.class)
public abstract class Readers {

    private final HttpClient client = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Drawings drawings;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry registry) {
        registry.add("porteclef.data", () -> folder("data"));
        registry.add("porteclef.keys", () -> folder("keys"));
    }

    /// Portals that other tests start in this process put theirs in its place, and nobody would be signed in here.
    @Autowired
    void actInThisPortal(SecurityContextHolderStrategy strategy) {
        SecurityContextHolder.setContextHolderStrategy(strategy);
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory("readers-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// How many pages were drawn so far, and how many sessions of Flow's are there.
    record Drawings(AtomicInteger pages, AtomicInteger sessions) {}

    @TestConfiguration(proxyBeanMethods = false)
    static class Counting {

        @Bean
        Drawings drawings() {
            return new Drawings(new AtomicInteger(), new AtomicInteger());
        }

        @Bean
        VaadinServiceInitListener counting(Drawings drawings) {
            return new VaadinServiceInitListener() {
                @Override
                public void serviceInit(ServiceInitEvent event) {
                    event.getSource().addUIInitListener(_ -> drawings.pages().incrementAndGet());
                    event.getSource()
                            .addSessionInitListener(
                                    (SessionInitEvent _) -> drawings.sessions().incrementAndGet());
                    event.getSource()
                            .addSessionDestroyListener(_ -> drawings.sessions().decrementAndGet());
                }
            };
        }
    }

    protected int drawn() {
        return drawings.pages().get();
    }

    protected int sessions() {
        return drawings.sessions().get();
    }

    protected String root() {
        return "http://localhost:" + port;
    }

    protected HttpResponse<String> get(String path, String... headers) {
        return fetch(root() + path, headers);
    }

    /// The same, without waiting for the answer.
    protected CompletableFuture<HttpResponse<String>> ask(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(root() + path)).header("Accept", "text/html,*/*");
        return client.sendAsync((headers.length == 0 ? request : request.headers(headers)).build(), ofString());
    }

    protected HttpResponse<String> head(String path) {
        return send(HttpRequest.newBuilder(URI.create(root() + path)).HEAD().build());
    }

    protected HttpResponse<String> fetch(String address, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address)).header("Accept", "text/html,*/*");
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the portal does not answer", e);
        }
    }

    /// The whole answer to whoever claims to have asked for `host`, by every header that may say it.
    protected String forged(String path, String host) {
        var request = "GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\nX-Forwarded-Host: " + host
                + "\r\nForwarded: host=" + host + "\r\nConnection: close\r\n\r\n";
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError("the portal does not answer", e);
        }
    }

    protected Document page(String path) {
        return Jsoup.parse(get(path).body(), root() + path);
    }
}
