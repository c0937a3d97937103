package dev.porteclef.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;

/// What a browser sends that runs the scripts of a page: it fetches the first HTML, begins the live page, and goes on
/// to other addresses on it. Keeps cookies, draws nothing.
public final class LivePage {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String root;
    private String token = "";
    private int ui;
    private int messages;

    /// @param root scheme, host and port, without a slash at the end
    public LivePage(String root) {
        this.root = root;
    }

    /// Signs in as the portal's own form does.
    public void signIn(String email, String typed) {
        var form = "language=en&email=" + encoded(email) + "&password=" + encoded(typed);
        var answer = send(HttpRequest.newBuilder(URI.create(root + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        assertThat(answer).as("the sign-in").isEmpty();
    }

    /// Fetches the first HTML of a page alone, as a browser does that came from another page of the portal.
    public String first(String path, String query) {
        return send(HttpRequest.newBuilder(URI.create(root + "/" + path + (query.isEmpty() ? "" : "?" + query)))
                .headers("Accept", "text/html", "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate"));
    }

    /// Loads a page, first HTML and live page; returns what the live page was told.
    public String load(String path, String query) {
        first(path, query);
        var begun = JSON.readTree(send(HttpRequest.newBuilder(URI.create(root + "/?v-r=init&location=" + encoded(path)
                        + "&query=" + encoded(query) + "&v-sw=1280&v-sh=900&v-tzid=Europe%2FParis"))
                .header("Accept", "*/*")));
        var settings = begun.path("appConfig");
        token = settings.path("uidl").path("Vaadin-Security-Key").asString();
        ui = settings.path("v-uiId").asInt();
        messages = 0;
        return go(path, query, "");
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
        var message = JSON.createObjectNode();
        message.put("csrfToken", token).put("syncId", messages).put("clientId", messages);
        message.putArray("rpc")
                .addObject()
                .put("type", "event")
                .put("node", 1)
                .put("event", "ui-navigate")
                .set("data", route);
        messages++;
        return send(HttpRequest.newBuilder(URI.create(root + "/?v-r=uidl&v-uiId=" + ui))
                .header("Content-Type", "application/json; charset=UTF-8")
                .POST(BodyPublishers.ofString(JSON.writeValueAsString(message))));
    }

    private String send(HttpRequest.Builder request) {
        try {
            var answer = client.send(request.build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.uri().toString()).isIn(200, 302);
            return answer.body();
        } catch (IOException e) {
            throw new AssertionError("the portal does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
