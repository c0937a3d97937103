package dev.porteclef.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.server.VaadinServletContext;
import com.vaadin.flow.server.startup.ApplicationRouteRegistry;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.shell.first.Readers;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.actuate.endpoint.ExposableEndpoint;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/// Every address that answers beside the pages, asked over HTTP by everybody, and what stands in the way of requests.
@Timeout(300)
class AddressesPolicyTest extends Readers {

    /// `:key([0-9a-f-]{36})`, `:exchange`.
    private static final Pattern PARAMETER = Pattern.compile(":(\\w+)(?:\\([^/]*\\))?");

    /// `{locale:en|fr}`, `{token}`.
    private static final Pattern ASKED = Pattern.compile("\\{(\\w+)[^}]*}");

    private static final Map<String, String> ROWS = Map.of(
            "locale", "en",
            "exchange", "bitfinex",
            "slug", "10114",
            "family", "leak-drill",
            "key", "00000000-0000-4000-8000-000000000000",
            "request", "00000000-0000-4000-8000-000000000000",
            "look", "00000000-0000-4000-8000-000000000000",
            "run", "00000000-0000-4000-8000-000000000000");

    /// What filters and Flow answer, which no list of handlers knows, and what others have left open.
    private static final List<String> BESIDE = List.of(
            "GET /",
            "GET /styles.css",
            "GET /icons/key.svg",
            "GET /VAADIN/no-such-file",
            "GET /?v-r=init&location=en",
            "GET /?v-r=heartbeat&v-uiId=0",
            "POST /?v-r=uidl&v-uiId=0",
            "POST /sign-in",
            "POST /logout",
            "GET /logout",
            "GET /actuator",
            "GET /h2-console",
            "GET /no-such-address");

    @Autowired
    private Map<String, HandlerMapping> mappings;

    @Autowired
    private List<WebEndpointsSupplier> endpoints;

    @Autowired
    private ServletContext servlets;

    @Autowired
    private Installation installation;

    private final Map<Actor, HttpClient> browsers = new EnumMap<>(Actor.class);

    @Test
    void addresses_answer_whom_the_matrix_names_and_nobody_else() throws IOException {
        signIn();
        var lines = new ArrayList<String>();
        for (var address : addresses()) {
            var words = address.split(" ", 2);
            lines.add(PolicyMatrix.line(
                    address,
                    Actor.each(actor -> asked(actor, words[0], words[1])).values()));
        }
        PolicyMatrix.compare("addresses", lines);
    }

    @Test
    void servlets_and_filters_are_those_that_the_matrix_names() {
        var all = new TreeSet<String>();
        servlets.getServletRegistrations()
                .forEach((name, servlet) -> all.add("servlet " + name + " " + new TreeSet<>(servlet.getMappings())));
        servlets.getFilterRegistrations().forEach((name, _) -> all.add("filter " + name));
        mappings.forEach((name, mapping) -> all.add("mapping " + name));
        PolicyMatrix.compare("servlets", all);
    }

    /// Method and path: of the handlers, of folders of files, of the operation's endpoints, of the forms that filters
    /// answer.
    private Set<String> addresses() {
        var all = new TreeSet<String>();
        for (var mapping : mappings.values()) {
            if (mapping instanceof RequestMappingInfoHandlerMapping handlers) {
                handlers.getHandlerMethods()
                        .forEach((info, _) -> info.getPatternValues().forEach(path -> {
                            var methods = info.getMethodsCondition().getMethods();
                            (methods.isEmpty()
                                            ? Stream.of("GET", "POST")
                                            : methods.stream().map(Enum::name))
                                    .forEach(method -> all.add(method + " " + path));
                        }));
            } else if (mapping instanceof AbstractUrlHandlerMapping handlers) {
                handlers.getHandlerMap().keySet().forEach(path -> all.add("GET " + path));
            }
        }
        endpoints.stream()
                .flatMap(supplier -> supplier.getEndpoints().stream())
                .map(ExposableEndpoint::getEndpointId)
                .forEach(endpoint -> all.add("GET /actuator/" + endpoint));
        ApplicationRouteRegistry.getInstance(new VaadinServletContext(servlets)).getRegisteredRoutes().stream()
                .flatMap(route -> Stream.concat(Stream.of(route), route.getRouteAliases().stream()))
                .forEach(page ->
                        all.add("GET /" + PARAMETER.matcher(page.getTemplate()).replaceAll("{$1}")));
        all.addAll(BESIDE);
        return all;
    }

    private String asked(Actor actor, String method, String path) {
        var address = ASKED.matcher(path.replace("/help/{slug}", "/help/key-already-connected"))
                .replaceAll(found -> ROWS.getOrDefault(found.group(1), "x".repeat(43)))
                .replace("**", "no-such-file");
        var answer = send(actor, request(address).method(method, BodyPublishers.noBody()));
        var target = answer.headers().firstValue("Location").orElse("");
        return answer.statusCode() == 302 || answer.statusCode() == 303
                ? target.contains("sign-in") ? "sign-in" : "moves"
                : Integer.toString(answer.statusCode());
    }

    private void signIn() throws IOException {
        var passwords = new Properties();
        try (var file = Files.newBufferedReader(installation.data().resolve("demo-sign-ins.properties"))) {
            passwords.load(file);
        }
        var people = Map.of(
                Actor.CUSTOMER, "customer@demo.example",
                Actor.OTHER, "client@demo.example",
                Actor.SUPPORT, "support@demo.example",
                Actor.EDITOR, "editor@demo.example",
                Actor.ADMIN, "admin@demo.example");
        for (var actor : Actor.values()) {
            browsers.put(
                    actor,
                    HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
            var email = people.get(actor);
            if (email != null) {
                var form = "language=en&email=" + encoded(email) + "&password=" + encoded(passwords.getProperty(email));
                var answer = send(
                        actor,
                        request("/sign-in")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form)));
                assertThat(answer.headers().firstValue("Location"))
                        .get()
                        .asString()
                        .doesNotContain("error");
            }
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root() + path)).header("Accept", "text/html,*/*");
    }

    private HttpResponse<String> send(Actor actor, HttpRequest.Builder request) {
        try {
            return Objects.requireNonNull(browsers.get(actor)).send(request.build(), BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("no answer", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
