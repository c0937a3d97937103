package dev.porteclef.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What Bitfinex's known answers mean. A sample's first column is the status, `*` where no capture tells it: such a
/// body is tried with 200, 429 and 500.
class OutcomeTableTest {

    private final Exchange bitfinex = new YamlCatalogue(
                    List.of(ExchangeContent.PACKAGED), Set.of("bitfinex"), Clock.systemUTC())
            .get(new ExchangeId("bitfinex"));

    @ParameterizedTest(name = "{0} [\"error\",{1},\"{2}\"] means {3}")
    @CsvSource(nullValues = "null", textBlock = """
            500 | 10100 | apikey: invalid                                | CREDENTIALS_REJECTED
            500 | 10100 | apikey: digest invalid                         | CREDENTIALS_REJECTED
            *   | 10100 | apikey: invalid                                | CREDENTIALS_REJECTED
            401 | 10100 | apikey: invalid                                | CREDENTIALS_REJECTED
            503 | 10100 | apikey: digest invalid                         | CREDENTIALS_REJECTED
            *   | 10111 | auth payload                                   | CREDENTIALS_REJECTED
            *   | 10112 | auth signature                                 | CREDENTIALS_REJECTED
            *   | 10113 | auth hmac                                      | CREDENTIALS_REJECTED
            *   | 10114 | nonce: small                                   | NONCE_TOO_SMALL
            500 | 10001 | api_key: permission invalid                    | PERMISSION_MISSING
            500 | 10001 | Permission denied                              | PERMISSION_MISSING
            500 | 10001 | action: disabled                               | UNEXPECTED
            500 | 10001 | symbol: invalid                                | UNEXPECTED
            500 | 10001 | Invalid order: minimum size for BTCUSD is 0.00004 | UNEXPECTED
            500 | 10001 | Invalid offer: not enough UST balance available in deposit wallet | UNEXPECTED
            500 | 10001 | Momentary balance check. Please wait few seconds and try the transfer again. | UNEXPECTED
            500 | 10020 | limit: invalid                                 | OUR_FAULT
            500 | 10020 | currency: invalid                              | OUR_FAULT
            500 | 11000 | ready: invalid                                 | TEMPORARY
            500 | 10000 | unknown error                                  | TEMPORARY
            500 | 10008 | concurrency                                    | TEMPORARY
            *   | 11010 | ratelimit: error                               | RATE_LIMITED
            500 | null  | ratelimit: error                               | RATE_LIMITED
            429 | 10001 | something else                                 | RATE_LIMITED
            200 | 20060 | maintenance                                    | MAINTENANCE
            500 | 20060 | maintenance                                    | MAINTENANCE
            500 | null  | Maintenance                                    | MAINTENANCE
            500 | null  | something new                                  | UNEXPECTED
            200 | 99999 | something new                                  | UNEXPECTED
            500 | 20061 | resync stop                                    | UNEXPECTED
            """, delimiter = '|')
    void anErrorArrayIsJudgedByItsCodeWhateverTheStatus(String status, String code, String text, Outcome expected) {
        var statuses = status.equals("*") ? List.of(200, 429, 500) : List.of(Integer.valueOf(status));
        for (int each : statuses) {
            assertThat(bitfinex.outcomeOf(each, code, text, true))
                    .as("HTTP " + each)
                    .isEqualTo(expected);
        }
    }

    @ParameterizedTest(name = "{0} {1} means {2}")
    @CsvSource(emptyValue = "", quoteCharacter = '`', textBlock = """
            429 | {"error":"ERR_RATE_LIMIT"}                       | RATE_LIMITED
            500 | {"error":"ERR_RATE_LIMIT"}                       | RATE_LIMITED
            429 | <html><title>Too Many Requests</title></html>    | RATE_LIMITED
            503 | {"code":503,"error":"temporarily_unavailable","error_description":"Sorry, the service is temporarily unavailable."} | MAINTENANCE
            502 | <html><h1>502 Bad Gateway</h1></html>            | NOT_ITS_ANSWER
            520 | <!DOCTYPE html><title>Web server is returning an unknown error</title> | NOT_ITS_ANSWER
            522 | <!DOCTYPE html><title>Connection timed out</title> | NOT_ITS_ANSWER
            403 | <!DOCTYPE html><title>Just a moment...</title>   | NOT_ITS_ANSWER
            403 | {"message":"This API key does not have permission for this action"} | NOT_ITS_ANSWER
            401 | {"message":"Invalid X-BFX-SIGNATURE."}           | NOT_ITS_ANSWER
            500 | ``                                               | NOT_ITS_ANSWER
            200 | ``                                               | NOT_ITS_ANSWER
            200 | [["orders",1,                                    | NOT_ITS_ANSWER
            200 | <html>captcha</html>                             | NOT_ITS_ANSWER
            302 | ``                                               | NOT_ITS_ANSWER
            404 | <pre>Cannot GET /v2/auth/r/wallets</pre>         | NOT_ITS_ANSWER
            """, delimiter = '|')
    void anyOtherBodyIsNeverAVerdictOnTheKey(int status, String body, Outcome expected) {
        var outcome = bitfinex.outcomeOf(status, null, body, false);
        assertThat(outcome).isEqualTo(expected);
        assertThat(outcome.isVerdict()).isFalse();
    }
}
