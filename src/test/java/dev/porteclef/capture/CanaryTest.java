package dev.porteclef.capture;

import static dev.porteclef.capture.CaptureFixture.KEY;
import static dev.porteclef.capture.CaptureFixture.PAIR;
import static dev.porteclef.capture.CaptureFixture.SECRET;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Asked;
import dev.porteclef.exchange.bitfinex.StagedBitfinex.Given;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// An exchange that gives everything away, everywhere; nothing of it may reach a file or the terminal.
class CanaryTest {

    private static final String EMAIL = "jeanne.dubois+bot@example.fr";
    private static final String ADDRESS = "203.0.113.77";
    private static final String ADDRESS_6 = "2001:db8:85a3::8a2e:370:7334";
    private static final String BALANCE = "19788.6529257";
    private static final String SMALL_BALANCE = "4217";
    private static final String ACCOUNT = "3718204";
    private static final String USER = "jdubois75";

    @TempDir
    private Path folder;

    private CaptureFixture capture;
    private final List<String> signed = new ArrayList<>();

    @BeforeEach
    void start() {
        capture = new CaptureFixture(folder);
    }

    @AfterEach
    void stop() {
        capture.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A good answer, with more in it than anybody asked for.
                "[[\"exchange\",\"USD\",%balance,0,%small,\"%user to %email\",{\"ip\":\"%ip\",\"id\":%account}],[\"margin\",\"BTC\",-%balance,1,null]]",
                "[[\"orders\",1,1,\"%secret\"],[\"%user\",0,0],[\"%key\",1,1]]",
                "{\"%key\":1,\"%email\":{\"%secret\":[\"%signature\",%account]},\"message\":\"%user %ip %ip6\"}",
                // Errors of its own, which are kept in words.
                "[\"error\",10100,\"apikey: %key invalid, secret %secret, signature %signature\"]",
                "[\"error\",10100,\"%key%secret\"]",
                "[\"error\",10001,\"key:%key;mail:%email;ip=%ip, %ip6 (%user) has only %balance or %small USD left\"]",
                "[\"error\",%account,\"%base64 %hex %HEX %url %reversed\",\"%secret\",{\"%key\":\"%signature\"}]",
                "[\"error\",null,\"%spaced\"]",
                "[\"error\",10100,\"%halves\"]",
                "\"%key\"",
                "%account",
                // Pages of a gateway.
                "<!DOCTYPE html><html lang=\"%key\"><head><title>%status %email %ip %key %secret</title><style>.%key{}</style></head><body class=\"%user\"><!-- %secret --><h1>%user</h1><script>'%key'</script><%user></body></html>",
                "<%key>%secret</%key>",
                // Neither.
                "%key:%secret:%balance",
                "[\"error\",10100,\"%key",
            })
    void nothing_that_the_exchange_gives_away_is_passed_on(String body) {
        for (var status : List.of(200, 500)) {
            capture.staged.answer(PERMISSIONS, asked -> given(status, body, asked));
            capture.staged.answer(WALLETS, asked -> given(status, body, asked));
            assertThat(capture.run(PAIR, "--scenario", "wrong-signature")).isZero();
            assertThat(capture.run(PAIR, "--scenario", "key-good")).isZero();
        }
        assertThat(signed).isNotEmpty();
        assertNothing();
    }

    @Test
    void headers_that_have_an_identity_or_an_echo_are_not_passed_on() {
        capture.staged.header("set-cookie", "__cf_bm=" + SECRET + "; path=/");
        capture.staged.header("x-account", EMAIL);
        capture.staged.header("server", "cloudflare " + KEY);
        capture.staged.header("retry-after", "60");
        capture.staged.header("cf-mitigated", "challenge");
        capture.staged.header("content-type", "application/json; charset=" + KEY);
        capture.staged.header("cf-ray", "8f1c2d3e4f5a6b7c-CDG");
        assertThat(capture.run(PAIR)).isZero();
        assertNothing();
        assertThat(capture.text(0))
                .doesNotContain("cookie")
                .doesNotContain("cf-ray")
                .doesNotContain("x-account");
        assertThat(capture.json(0).path("answer").path("headers"))
                .hasToString(("{\"cf-mitigated\":[\"challenge\"],\"content-length\":[\"%d\"],"
                                + "\"content-type\":[\"application/json; charset=<credential>\"],\"retry-after\":[\"60\"],"
                                + "\"server\":[\"cloudflare <credential>\"]}")
                        .formatted(StagedBitfinex.SPOT_RIGHTS.length()));
    }

    private Given given(int status, String body, Asked asked) {
        var signature = asked.header("bfx-signature");
        signed.add(signature);
        return Given.of(
                status,
                body.replace("%signature", signature)
                        .replace("%base64", base64(KEY + ":" + SECRET))
                        .replace("%hex", hex(SECRET))
                        .replace("%HEX", hex(KEY).toUpperCase(Locale.ROOT))
                        .replace("%url", URLEncoder.encode(EMAIL + " " + SECRET, StandardCharsets.UTF_8))
                        .replace("%reversed", reversed(SECRET))
                        .replace("%spaced", String.join(" ", KEY.split("", -1)).strip())
                        .replace("%halves", SECRET.substring(0, 12) + " and " + SECRET.substring(12, 30))
                        .replace("%key", KEY)
                        .replace("%secret", SECRET)
                        .replace("%email", EMAIL)
                        .replace("%ip6", ADDRESS_6)
                        .replace("%ip", ADDRESS)
                        .replace("%balance", BALANCE)
                        .replace("%small", SMALL_BALANCE)
                        .replace("%account", ACCOUNT)
                        .replace("%user", USER)
                        .replace("%status", Integer.toString(status)));
    }

    private void assertNothing() {
        var canaries = Stream.concat(
                        Stream.of(
                                KEY,
                                SECRET,
                                SECRET.substring(0, 12),
                                EMAIL,
                                "jeanne",
                                "dubois",
                                ADDRESS,
                                ADDRESS_6,
                                "8a2e",
                                BALANCE,
                                "19788",
                                SMALL_BALANCE,
                                ACCOUNT,
                                USER),
                        signed.stream())
                .toList();
        var places = Stream.concat(
                        java.util.stream.IntStream.range(0, capture.files().size())
                                .mapToObj(capture::text),
                        Stream.of(capture.output(), capture.errors()))
                // Random numbers, in which a short canary may stand by chance.
                .map(place -> place.replace(folder.getFileName().toString(), "folder")
                        .replace(capture.staged.address().toString(), "exchange"))
                .toList();
        for (var canary : canaries) {
            for (var written : ways(canary)) {
                assertThat(places).noneMatch(place -> place.contains(written));
            }
        }
    }

    private static List<String> ways(String canary) {
        // Base64 wherever it begins: without the characters that depend on what stands around it.
        var inner = Stream.of("", "x", "xx").map(before -> {
            var encoded = base64(before + canary);
            return encoded.substring(before.isEmpty() ? 0 : before.length() + 1, encoded.length() - 4);
        });
        return Stream.concat(
                        Stream.of(
                                canary,
                                hex(canary),
                                hex(canary).toUpperCase(Locale.ROOT),
                                reversed(canary),
                                URLEncoder.encode(canary, StandardCharsets.UTF_8),
                                String.join(" ", canary.split("", -1)).strip()),
                        canary.length() < 10 ? Stream.empty() : inner)
                .toList();
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
