package dev.porteclef.capture;

import static dev.porteclef.capture.CaptureFixture.PAIR;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WALLETS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.platform.secret.Secret;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What stays of an answer and what does not.
class RedactionTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [["exchange","USD",1975.5,0,-3,"Trading fees for 0.1 BTC",{"reason":"TRADE"}]] | [["exchange","<text>",99.9,0,-99,"<text>",{"<name-1>":"<text>"}]]
            [["margin","BTC",1,0.0,-0.5,null,true]]        | [["margin","<text>",99,0.0,-99.9,null,true]]
            {"error":"ERR_RATE_LIMIT","who":"me"}          | {"error":"ERR_RATE_LIMIT","<name-2>":"<text>"}
            ["error",10100,"apikey: invalid"]              | ["error",10100,"apikey: invalid"]
            ["error",10400,"plan 7 of 4711"]               | ["error",10400,"plan <number> of <number>"]
            ["error",10100,"see 10114",123456]             | ["error",10100,"see 10114",99]
            """)
    void of_json_the_structure_stays(String body, String kept) {
        assertThat(kept(WALLETS, 1, 500, body)).isEqualTo("JSON " + kept);
    }

    @Test
    void rights_stay_in_an_answer_about_rights_alone() {
        assertThat(kept(PERMISSIONS, 0, 200, "[[\"orders\",1,0],[\"history\",2,true]]"))
                .isEqualTo("JSON [[\"orders\",1,0],[\"history\",99,true]]");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            <!DOCTYPE html><html lang="en"><head><title>Just a moment...</title></head><body class="x"><p>Ray 8f1c</p></body></html> | HTML <html><head><title>Just a moment...</title></head><body><p></p></body></html>
            <title>520: Web server is returning an unknown error</title> | HTML <html><head><title>520: Web server is returning an unknown error</title></head><body></body></html>
            error code: 1020 | TEXT <text>
            1e99999999999    | TEXT <text>
            [1,1e99999999999] | TEXT <text>
            ``               | EMPTY ``
            """)
    void of_a_page_tags_and_title_stay_and_of_a_plain_text_nothing(String body, String kept) {
        assertThat(kept(WALLETS, 1, 520, body)).isEqualTo(kept.replace("`", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            apikey: digest invalid                    | apikey: digest invalid
            api_key: permission invalid               | api_key: permission invalid
            nonce: small (#10114)                     | nonce: small (#10114)
            ERR_AUTH_API: ERR_INVALID_CREDENTIALS     | ERR_AUTH_API: ERR_INVALID_CREDENTIALS
            2FA needed by v2                          | 2FA needed by v2
            ip 198.51.100.7/32 or 2001:db8::1, sorry  | ip <ip> or <ip>, sorry
            write to a.b@c.example now                | write to <email> now
            only 19,788.65 USD or 42USD               | only <number> USD or <token>
            token aB3-dE5_gH7+jK9/mN1_oP2=            | token <token>
            my PassPhrase is shown                    | my <token> is shown
            it was open sesame all along              | it was <credential> all along
            `  two
            lines`                                    | two lines
            """)
    void of_an_error_text_ordinary_words_stay(String text, String kept) {
        try (var credentials = new Credentials(Map.of("passphrase", Secret.of("open sesame")))) {
            assertThat(new Scrubber(credentials, Set.of("10114")).scrub(text, Set.of()))
                    .isEqualTo(kept);
        }
    }

    private String kept(String path, int index, int status, String body) {
        try (var capture = new CaptureFixture(folder)) {
            capture.staged.answer(path, status, body);
            assertThat(capture.run(PAIR)).isZero();
            var answer = capture.json(index).path("answer");
            var kind = answer.path("kind").asString();
            return kind + " "
                    + (kind.equals("JSON")
                            ? answer.path("body").toString()
                            : answer.path("body").asString());
        }
    }
}
