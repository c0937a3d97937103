package dev.porteclef.testing;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a browser sends that runs the scripts of a page of a Vaadin application: it fetches the first HTML, begins the
/// live page, and goes on to other addresses on it. Keeps cookies, draws nothing; afterwards the server holds what it
/// holds for a browser. Whatever is answered with an error is an [IllegalStateException].
public final class LivePage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// What the browser tells about itself when it begins.
    private static final String BROWSER = "&v-sh=900&v-sw=1280&v-wh=900&v-ww=1280&v-bh=900&v-bw=1265"
            + "&v-curdate=1795271181358&v-tzo=-60&v-dstd=60&v-rtzo=-60&v-dston=false&v-tzid=Europe%2FParis"
            + "&v-wn=v-0.40310655047950106&v-td=false&v-pr=1&v-np=Linux%20x86_64&v-cs=light%20dark&v-pv=VISIBLE"
            + "&v-fs=NOT_FULLSCREEN&v-so=landscape-primary&v-soa=0&v-tn=aura&v-ga=UNSUPPORTED&v-wla=SUPPORTED&v-ws=false";

    private final HttpClient client;
    private final String root;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";
    private int ui;
    private int messages;

    /// @param root scheme, host and port, without a slash at the end
    public LivePage(String root) {
        this(HttpClient.newHttpClient(), root);
    }

    /// @param client without cookies of its own, so that many may share it
    /// @param root scheme, host and port, without a slash at the end
    public LivePage(HttpClient client, String root) {
        this.client = client;
        this.root = root;
    }

    /// Signs in as the portal's own form does.
    public void signIn(String email, String typed) {
        var form = "language=en&email=" + encoded(email) + "&password=" + encoded(typed);
        var answer = send(request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        var target = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || target.contains("error")) {
            throw new IllegalStateException("signing in was answered with " + answer.statusCode() + " " + target);
        }
    }

    /// Fetches the first HTML of a page alone, as a browser does that came from another page of the portal.
    public String first(String path, String query) {
        return send(request("/" + path + (query.isEmpty() ? "" : "?" + query))
                        .headers("Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate"))
                .body();
    }

    /// Loads a page, first HTML and live page; returns what the live page was told.
    public String load(String path, String query) {
        first(path, query);
        var begun = JSON.readTree(
                send(request("/?v-r=init&location=" + encoded(path) + "&query=" + encoded(query) + BROWSER))
                        .body());
        var settings = begun.path("appConfig");
        token = settings.path("uidl").path("Vaadin-Security-Key").asString();
        ui = settings.path("v-uiId").asInt();
        messages = 0;
        return go(path, query, "");
    }

    /// Loads a page to the end: with the round in which the browser's components report back.
    ///
    /// @param expected a word of the page's text, so that an error page does not count as one
    public void open(String path, String query, String expected) {
        var drawn = load(path, query);
        if (!drawn.contains(expected)) {
            throw new IllegalStateException("/" + path + " does not say " + expected + ":\n" + drawn);
        }
        post(null);
    }

    /// Goes on within the live page.
    ///
    /// @param trigger as browsers name it: `link`, `client`, `history`; empty for what was loaded
    public String go(String path, String query, String trigger) {
        var route = JSON.createObjectNode();
        route.put("route", "/" + path)
                .put("query", query)
                .put("appShellTitle", "")
                .put("trigger", trigger);
        route.putObject("historyState").put("idx", messages);
        var navigation = JSON.createObjectNode();
        navigation
                .put("type", "event")
                .put("node", 1)
                .put("event", "ui-navigate")
                .set("data", route);
        return post(navigation);
    }

    private String post(@Nullable JsonNode event) {
        var message = JSON.createObjectNode();
        message.put("csrfToken", token).put("syncId", messages).put("clientId", messages);
        var events = message.putArray("rpc");
        if (event != null) {
            events.add(event);
        }
        messages++;
        return send(request("/?v-r=uidl&v-uiId=" + ui)
                        .header("Content-Type", "application/json; charset=UTF-8")
                        .POST(BodyPublishers.ofString(JSON.writeValueAsString(message))))
                .body();
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create(root + path))
                .header("Accept", "text/html,*/*")
                .header("Accept-Language", "en-GB")
                .header("User-Agent", "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/156.0.0.0");
        var kept = cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        return kept.isEmpty() ? request : request.header("Cookie", kept);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200 && answer.statusCode() != 302) {
                throw new IllegalStateException(
                        answer.uri() + " was answered with " + answer.statusCode() + ":\n" + answer.body());
            }
            answer.headers().allValues("Set-Cookie").stream()
                    .flatMap(set -> HttpCookie.parse(set).stream())
                    .forEach(cookie -> cookies.put(cookie.getName(), cookie.getValue()));
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
