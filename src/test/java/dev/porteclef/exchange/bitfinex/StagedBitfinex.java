package dev.porteclef.exchange.bitfinex;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.ExchangeTransport;
import dev.porteclef.exchange.PracticeEndpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// An HTTP server in Bitfinex's place that says what a test tells it to say, and remembers what it was asked.
/// Unlike the practice exchange it can also talk nonsense.
public final class StagedBitfinex implements PracticeEndpoint, AutoCloseable {

    public static final String PERMISSIONS = "/v2/auth/r/permissions";
    public static final String WALLETS = "/v2/auth/r/wallets";
    public static final ExchangeId ID = new ExchangeId("bitfinex");

    /// Exactly what a spot bot needs, and what is recommended to it.
    public static final String SPOT_RIGHTS = """
            [["account",0,0],["history",1,0],["orders",1,1],["positions",0,0],["funding",0,0],["settings",0,0],
             ["wallets",1,0],["withdraw",0,0],["ui_withdraw",0,0],["bfxpay",0,0]]""";

    public static final String ONE_FUNDED_WALLET = """
            [["exchange","UST",1975.5,0,1975.5,null,null]]""";

    public static final String ABLE_TO_WITHDRAW = SPOT_RIGHTS.replace("[\"withdraw\",0,0]", "[\"withdraw\",0,1]");

    /// Orders can be read, not written.
    public static final String WITHOUT_ORDERS = SPOT_RIGHTS.replace("[\"orders\",1,1]", "[\"orders\",1,0]");

    public static final String REJECTED = "[\"error\",10100,\"apikey: digest invalid\"]";
    public static final String NONCE_SMALL = "[\"error\",10114,\"nonce: small\"]";

    public record Asked(String method, String path, Map<String, List<String>> headers, String body) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }

        public long nonce() {
            return Long.parseLong(header("bfx-nonce"));
        }

        /// In whose name it was asked.
        public String apiKey() {
            return header("bfx-apikey");
        }
    }

    /// @param contentType as the header has it, `null`: none
    public record Given(int status, byte[] body, @Nullable String contentType) {

        public Given(int status, byte[] body) {
            this(status, body, null);
        }

        public static Given of(int status, String body) {
            return new Given(status, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Asked, Given>> scenes = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new ConcurrentHashMap<>();

    public StagedBitfinex() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        reset();
    }

    /// Everything fine for a spot bot, and nothing remembered.
    public void reset() {
        asked.clear();
        headers.clear();
        answer(PERMISSIONS, 200, SPOT_RIGHTS);
        answer(WALLETS, 200, ONE_FUNDED_WALLET);
    }

    public void answer(String path, int status, String body) {
        answer(path, _ -> Given.of(status, body));
    }

    public void answer(String path, Function<Asked, Given> scene) {
        scenes.put(path, scene);
    }

    /// Adds a header to every answer.
    public void header(String name, String value) {
        headers.put(name, value);
    }

    /// One after the other; the last stays.
    public void answerInTurn(String path, Given... given) {
        Queue<Given> left = new ArrayDeque<>(List.of(given));
        answer(path, _ -> {
            synchronized (left) {
                return left.size() == 1 ? left.element() : left.remove();
            }
        });
    }

    /// The rights of each API key by itself; fine for a spot bot where none are given, refused where they are empty.
    public void answerByKey(Map<String, String> rights) {
        answer(PERMISSIONS, call -> {
            var given = rights.getOrDefault(call.apiKey(), SPOT_RIGHTS);
            return given.isEmpty() ? Given.of(500, REJECTED) : Given.of(200, given);
        });
    }

    /// Refuses these API keys and no other.
    public void refuse(String... apiKeys) {
        answerByKey(Arrays.stream(apiKeys).distinct().collect(Collectors.toMap(key -> key, _ -> "")));
    }

    /// In whose names it was asked for permissions, in the order of arrival.
    public List<String> askedFor() {
        return asked.stream()
                .filter(call -> call.path().equals(PERMISSIONS))
                .map(Asked::apiKey)
                .toList();
    }

    /// In the order of arrival.
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    public List<String> paths() {
        return asked.stream().map(Asked::path).toList();
    }

    @Override
    public ExchangeId exchange() {
        return ID;
    }

    @Override
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /// The portal's own adapter.
    public static ExchangeAdapter adapter(ExchangeTransport transport) {
        return new BitfinexAdapter(transport);
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange http) throws IOException {
        try (http) {
            var call = new Asked(
                    http.getRequestMethod(),
                    http.getRequestURI().getRawPath(),
                    Map.copyOf(http.getRequestHeaders()),
                    new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            asked.add(call);
            var given = scenes.getOrDefault(call.path(), _ -> Given.of(404, "")).apply(call);
            var bodiless = given.body().length == 0 || given.status() == 204 || given.status() == 304;
            headers.forEach(http.getResponseHeaders()::set);
            if (given.contentType() != null) {
                http.getResponseHeaders().set("Content-Type", given.contentType());
            }
            http.sendResponseHeaders(given.status(), bodiless ? -1 : given.body().length);
            if (!bodiless) {
                http.getResponseBody().write(given.body());
            }
        }
    }
}
