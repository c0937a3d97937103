package dev.porteclef.capture;

import static dev.porteclef.capture.CaptureFixture.PAIR;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.ChangedBitfinex;
import dev.porteclef.exchange.RealExchanges;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/// Captured answers are test cases: what was made of one stays made of it.
class CapturedAnswersTest {

    private static final Path KEPT = Path.of("src/test/resources/captures/bitfinex");

    @TempDir
    private Path folder;

    /// Every file that was put beside the tests means what its `wanted` says, or where there is none what it meant when
    /// it was captured.
    @TestFactory
    Stream<DynamicTest> kept_answers_mean_what_is_wanted() throws IOException {
        if (!Files.isDirectory(KEPT)) {
            return Stream.empty();
        }
        try (var files = Files.list(KEPT)) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
                        var fixture = JsonMapper.shared().readTree(file);
                        var wanted = fixture.path("wanted")
                                .asString(fixture.path("read").path("outcome").asString());
                        assertThat(Replay.outcome(fixture, RealExchanges.bitfinex()))
                                .isEqualTo(wanted);
                    }));
        }
    }

    @Test
    void a_body_that_nobody_knew_needs_one_row_and_no_class() {
        try (var capture = new CaptureFixture(folder)) {
            capture.staged.answer(PERMISSIONS, 500, "[\"error\",10153,\"ip: 203.0.113.77 not in whitelist\"]");
            capture.run(PAIR, "--scenario", "ip-not-listed");
            var fixture = capture.json(0);
            assertThat(fixture.path("answer").path("body"))
                    .hasToString("[\"error\",10153,\"ip: <ip> not in whitelist\"]");
            assertThat(fixture.path("read").path("outcome").asString()).isEqualTo("UNEXPECTED");

            assertThat(Replay.outcome(fixture, RealExchanges.bitfinex())).isEqualTo("UNEXPECTED");
            assertThat(Replay.outcome(fixture, ChangedBitfinex.withFirstOutcome("""
                      - text: "ip: .* not in whitelist"
                        errorBody: true
                        outcome: ip_not_allowed
                    """)))
                    .isEqualTo("IP_NOT_ALLOWED");
        }
    }

    /// Redaction must not change what an answer means, or the files would be of no use as test cases.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            500 | ["error",10100,"apikey: invalid"]
            500 | ["error",10100,"apikey: digest invalid"]
            500 | ["error",10100]
            500 | ["error",10114,"nonce: small"]
            500 | ["error",10001,"api_key: permission invalid"]
            500 | ["error",10001,"action: disabled"]
            500 | ["error",10001,"Invalid offer: incorrect amount, minimum is 150.0 dollar or equivalent in UST"]
            500 | ["error",10001,"Momentary balance check. Please wait few seconds and try the transfer again."]
            500 | ["error",10020,"limit: invalid"]
            500 | ["error",11000,"ready: invalid"]
            500 | ["error",10000,"unknown error"]
            429 | ["error", 11010, "ratelimit: error"]
            200 | ["error", 11010, "ratelimit: error"]
            500 | {"error":"ERR_RATE_LIMIT"}
            500 | ["error",null,"ERR_RATE_LIMIT"]
            429 | <html>slow down</html>
            200 | ["error", 20060, "maintenance"]
            503 | {"code":503,"error":"temporarily_unavailable","error_description":"Sorry, the service is temporarily unavailable. See https://www.bitfinex.com/ for more info."}
            500 | ["error",null,"apikey: invalid"]
            500 | ["error","10100","apikey: invalid"]
            500 | ["error",10300,"subscription failed"]
            500 | ["error"]
            500 | {"message":"Nonce is too small."}
            403 | <html>Attention required! apikey: invalid 10100</html>
            503 | <html><head><title>Scheduled maintenance</title></head></html>
            500 | ``
            200 | ["error",10100,"apikey: inv
            200 | {}
            200 | null
            200 | 1
            200 | ["orders",1,1]
            200 | [["orders",1,1],["wallets",1,0],["withdraw",null,false]]
            200 | [["orders",1]]
            200 | [[1,2,3]]
            200 | []
            200 | [["exchange","UST",12.5,0,null,null,{"reason":"TRADE"}],["funding","BTC",-1E-8,0,1]]
            """)
    void a_redacted_answer_means_what_the_whole_one_did(int status, String body) {
        try (var capture = new CaptureFixture(folder)) {
            for (var path : List.of(PERMISSIONS, WALLETS)) {
                capture.staged.answer(path, status, body);
            }
            capture.run(PAIR);
            for (var index = 0; index < 2; index++) {
                var fixture = capture.json(index);
                assertThat(Replay.outcome(fixture, RealExchanges.bitfinex()))
                        .isEqualTo(fixture.path("read").path("outcome").asString());
            }
        }
    }
}
