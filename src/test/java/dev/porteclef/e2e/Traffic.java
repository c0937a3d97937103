package dev.porteclef.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocket;
import com.microsoft.playwright.WebSocketFrame;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Everything a page's browser is given: the head and body of every answer, the server's messages on web sockets, the
/// addresses.
final class Traffic {

    /// What the portal writes for a reader; scripts, styles, fonts and pictures are files that are the same for all.
    private static final Set<String> WRITTEN = Set.of("document", "xhr", "fetch", "ping", "eventsource", "other");

    /// Answers without a body.
    private static final Set<Integer> WITHOUT_BODY = Set.of(101, 204, 301, 302, 303, 304, 307, 308);

    private final List<Received> received = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private int messages;

    /// @param content bytes as ISO 8859-1
    record Received(String address, String content) {}

    Traffic(Page page) {
        page.onRequestFinished(this::read);
        page.onWebSocket(this::listen);
    }

    /// What came until now; it is forgotten here.
    List<Received> take() {
        var taken = List.copyOf(received);
        received.clear();
        return taken;
    }

    /// Answers whose body the browser had dropped before it could be read, since the last call: it does so when it
    /// leaves a page.
    List<String> takeUnread() {
        var taken = List.copyOf(unread);
        unread.clear();
        return taken;
    }

    /// How many messages came on web sockets.
    int messages() {
        return messages;
    }

    private void read(Request request) {
        var response = request.response();
        if (response == null || !WRITTEN.contains(request.resourceType()) || isFile(request)) {
            return;
        }
        var head = request.method() + " " + request.url() + " " + response.status();
        var content = new StringBuilder(request.url()).append('\n').append(response.allHeaders());
        if (!WITHOUT_BODY.contains(response.status())) {
            try {
                content.append('\n').append(latin(response.body()));
            } catch (PlaywrightException e) {
                unread.add(head);
            }
        }
        received.add(new Received(head, content.toString()));
    }

    /// A file by its hash is the same for all as well; the browser calls the page's own picture neither a picture nor
    /// anything else.
    private static boolean isFile(Request request) {
        return URI.create(request.url()).getPath().startsWith("/files/");
    }

    private void listen(WebSocket socket) {
        socket.onFrameReceived(frame -> {
            messages++;
            received.add(new Received("push", content(frame)));
        });
    }

    private static String content(WebSocketFrame frame) {
        return frame.text() == null ? latin(frame.binary()) : latin(frame.text().getBytes(StandardCharsets.UTF_8));
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
