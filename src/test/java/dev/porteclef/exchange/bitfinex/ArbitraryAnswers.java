package dev.porteclef.exchange.bitfinex;

import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Makes up answers that nobody would send, and some that somebody would; the same ones for the same seed.
public final class ArbitraryAnswers {

    private static final List<Integer> STATUSES =
            List.of(201, 202, 204, 301, 302, 304, 307, 400, 401, 403, 404, 407, 409, 418, 429, 500, 502, 503, 520, 599);
    private static final List<String> CODES = List.of(
            "10100",
            "10001",
            "10114",
            "10111",
            "10112",
            "null",
            "10020",
            "11010",
            "20060",
            "11000",
            "7",
            "\"10100\"",
            "1e3",
            "10100.0",
            "-1",
            "101e2",
            "99999999999999999999",
            "[10100]",
            "{}");
    private static final List<String> TEXTS = List.of(
            "\"apikey: invalid\"",
            "\"api_key: permission invalid\"",
            "\"permission\"",
            "\"nonce: small\"",
            "null",
            "{}",
            "\"\"",
            "\"ratelimit\"",
            "\"\\ud800\"",
            "\"\\u0000\"");
    private static final List<String> SCOPES = List.of(
            "account",
            "history",
            "orders",
            "positions",
            "funding",
            "settings",
            "wallets",
            "bfxpay",
            "eaas_brokerage",
            "withdraw",
            "ui_withdraw",
            "eaas_withdraw",
            "Withdraw",
            "withdra\\u0077",
            "never_heard",
            "",
            " ",
            "é",
            "with\\u0000draw",
            "x".repeat(100));
    private static final List<String> CELLS = List.of(
            "0",
            "1",
            "0",
            "1",
            "2",
            "-1",
            "true",
            "false",
            "null",
            "\"1\"",
            "\"\"",
            "[]",
            "{}",
            "1e400",
            "0e400",
            "1e-400",
            "1e99999999999",
            "0.0",
            "-0",
            "1" + "0".repeat(400),
            "1" + "0".repeat(1_200),
            "NaN",
            "01");
    private static final List<Charset> CHARSETS = List.of(
            StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1, StandardCharsets.UTF_32);
    private static final List<String> TYPES = List.of(
            "application/json",
            "application/json; charset=utf-16",
            "text/html",
            "text/html; charset=\"",
            "application/octet-stream",
            "image/png",
            "multipart/mixed",
            ";;;",
            "é");

    private final Random random;

    public ArbitraryAnswers(long seed) {
        this.random = new Random(seed);
    }

    /// The next answer; every other one has status 200.
    public Given next() {
        var status = random.nextBoolean() ? 200 : pick(STATUSES);
        return new Given(status, bytes(text()), random.nextInt(3) == 0 ? pick(TYPES) : null);
    }

    private byte[] bytes(String text) {
        var usual = text.getBytes(StandardCharsets.UTF_8);
        return switch (random.nextInt(16)) {
            case 0 -> text.getBytes(pick(CHARSETS));
            case 1 -> Arrays.copyOf(usual, random.nextInt(usual.length + 1));
            case 2 -> noise();
            case 3 -> ("\ufeff" + text).getBytes(StandardCharsets.UTF_8);
            case 4 -> spoilt(usual);
            case 5 ->
                (text + pick(List.of("\0", "]", "x", ",", "//", "\n[]", "null"))).getBytes(StandardCharsets.UTF_8);
            case 6 -> (pick(List.of("\0", " ", "\n\t", ")]}',\n", "#")) + text).getBytes(StandardCharsets.UTF_8);
            default -> usual;
        };
    }

    private String text() {
        return switch (random.nextInt(16)) {
            case 0, 1 -> "[\"error\",%s,%s]".formatted(pick(CODES), pick(TEXTS));
            case 2 -> "[\"%s\",%s,%s]".formatted(pick(List.of("Error", "err", "error ", "")), pick(CODES), pick(TEXTS));
            case 3 -> "[[\"error\",%s,%s]]".formatted(pick(CODES), pick(TEXTS));
            case 4, 5, 6, 7 -> list();
            case 8 -> list().replaceFirst("\\[\\[", pick(List.of("[{},[", "[null,[", "[[],[", "[[[", "{[")));
            case 9 -> "<html><body>10100 apikey: invalid %d</body></html>".formatted(random.nextInt());
            case 10 -> "{\"error\":%s,\"error\":%s,\"code\":%s}".formatted(pick(TEXTS), pick(TEXTS), pick(CODES));
            case 11 -> "[".repeat(random.nextInt(2_000)) + "]".repeat(random.nextInt(2_000));
            case 12 -> "{\"a\":".repeat(random.nextInt(2_000)) + list();
            case 13 -> "";
            case 14 -> wallets();
            default -> value(4);
        };
    }

    private String list() {
        return random.nextInt(4) == 0 ? wholeList() : anyList();
    }

    /// Every scope that is known, as a trading key mostly has them.
    private String wholeList() {
        return SCOPES.stream()
                .limit(12)
                .map(scope -> {
                    var usual = scope.equals("orders") || scope.equals("wallets") || scope.equals("history");
                    var odd = random.nextInt(12) == 0;
                    return "[\"%s\",%d,%d]"
                            .formatted(scope, usual == odd ? 0 : 1, scope.equals("orders") == odd ? 0 : 1);
                })
                .collect(Collectors.joining(",", "[", "]"));
    }

    /// Mostly a well-formed list of permissions, now and then with a cell or a scope that is none.
    private String anyList() {
        var simple = random.nextInt(3) > 0;
        IntFunction<String> row = _ -> "[\"%s\",%s,%s%s]"
                .formatted(
                        simple ? SCOPES.get(random.nextInt(12)) : pick(SCOPES),
                        simple ? random.nextInt(2) : pick(CELLS),
                        simple ? random.nextInt(2) : pick(CELLS),
                        random.nextInt(20) == 0 ? ",null" : "");
        return IntStream.range(0, 1 + random.nextInt(random.nextInt(30) == 0 ? 300 : 6))
                .mapToObj(row)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String wallets() {
        return "[[\"exchange\",\"UST\",%s,0,null]]".formatted(pick(CELLS));
    }

    private String value(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 7)) {
            case 0 -> "null";
            case 1 -> String.valueOf(random.nextInt(3));
            case 2 -> "true";
            case 3 -> "\"error\"";
            case 4 -> "1e" + random.nextInt(2_000);
            case 5 -> String.valueOf(random.nextLong()) + random.nextLong(Long.MAX_VALUE);
            case 6 -> pick(TEXTS);
            case 7 -> "[%s,%s,%s]".formatted(value(depth - 1), value(depth - 1), value(depth - 1));
            default -> "{\"error\":%s}".formatted(value(depth - 1));
        };
    }

    private byte[] spoilt(byte[] bytes) {
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private byte[] noise() {
        var bytes = new byte[random.nextInt(300)];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
