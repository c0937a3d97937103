package dev.porteclef.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Somebody who opens pages of a Vaadin application: sends what the browser sends and keeps the session's cookie, but
/// draws nothing. Afterwards the server holds what it holds for a browser.
final class VaadinReader {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What the browser tells about itself when it begins.
    private static final String BROWSER = "&v-sh=900&v-sw=1280&v-wh=900&v-ww=1280&v-bh=900&v-bw=1265"
            + "&v-curdate=1795271181358&v-tzo=-60&v-dstd=60&v-rtzo=-60&v-dston=false&v-tzid=Europe%2FParis"
            + "&v-wn=v-0.40310655047950106&v-td=false&v-pr=1&v-np=Linux%20x86_64&v-cs=light%20dark&v-pv=VISIBLE"
            + "&v-fs=NOT_FULLSCREEN&v-so=landscape-primary&v-soa=0&v-tn=aura&v-ga=UNSUPPORTED&v-wla=SUPPORTED&v-ws=false";

    private final HttpClient client;
    private final String application;
    private @Nullable String cookie;

    /// @param application scheme, host and port, without a slash at the end
    VaadinReader(HttpClient client, String application) {
        this.client = client;
        this.application = application;
    }

    /// Signs in at the portal's own page.
    void signIn(String email, String typed) throws IOException {
        var form = Map.of("email", email, "password", typed, "language", "en").entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        var answer = send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        var target = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || target.contains("error")) {
            throw new IOException("signing in was answered with " + answer.statusCode() + " " + target);
        }
    }

    /// Opens a page as far as the server is concerned: the document, the beginning of its UI, the way to the route, and
    /// the round in which the browser's components report back.
    ///
    /// @param path without the slash at its beginning
    /// @param expected a word of the page's text, so that an error page does not count as one
    void open(String path, String query, String expected) throws IOException {
        ok(send(request("/" + path + (query.isEmpty() ? "" : "?" + query)).GET()));
        var begun = JSON.readTree(
                ok(send(request("/?v-r=init&location=" + encoded(path) + "&query=" + encoded(query) + BROWSER)
                        .GET())));
        var settings = begun.path("appConfig");
        var token = settings.path("uidl").path("Vaadin-Security-Key").asString();
        var ui = settings.path("v-uiId").asInt();
        var route = JSON.createObjectNode();
        route.put("route", "/" + path)
                .put("query", query)
                .put("appShellTitle", "")
                .put("trigger", "");
        route.putObject("historyState").put("idx", 0);
        var navigation = JSON.createObjectNode();
        navigation
                .put("type", "event")
                .put("node", 1)
                .put("event", "ui-navigate")
                .set("data", route);
        var drawn = post(ui, token, 0, navigation);
        if (!drawn.contains(expected)) {
            throw new IOException("/" + path + " does not say " + expected + ":\n" + drawn);
        }
        post(ui, token, 1, null);
    }

    private String post(int ui, String token, int number, @Nullable JsonNode event) throws IOException {
        var message = JSON.createObjectNode();
        message.put("csrfToken", token).put("syncId", number).put("clientId", number);
        var events = message.putArray("rpc");
        if (event != null) {
            events.add(event);
        }
        return ok(send(request("/?v-r=uidl&v-uiId=" + ui)
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(message)))));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(application + path))
                .header("Accept", "text/html,*/*")
                .header("Accept-Language", "en-GB")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0");
        return cookie == null ? request : request.header("Cookie", cookie);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").stream()
                    .filter(set -> set.startsWith("JSESSIONID="))
                    .forEach(set -> cookie = set.split(";", 2)[0]);
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static String ok(HttpResponse<String> answer) throws IOException {
        if (answer.statusCode() != 200) {
            throw new IOException(answer.uri() + " was answered with " + answer.statusCode() + ":\n" + answer.body());
        }
        return answer.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
