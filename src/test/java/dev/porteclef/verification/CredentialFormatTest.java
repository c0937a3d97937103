package dev.porteclef.verification;

import static dev.porteclef.verification.FormatFinding.Kind.EMPTY;
import static dev.porteclef.verification.FormatFinding.Kind.SAME_AS_OTHER;
import static dev.porteclef.verification.FormatFinding.Kind.SWAPPED;
import static dev.porteclef.verification.FormatFinding.Kind.UNSENDABLE;
import static dev.porteclef.verification.FormatFinding.Kind.UNUSUAL_CHARACTERS;
import static dev.porteclef.verification.FormatFinding.Kind.UNUSUAL_LENGTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.RealExchanges;
import dev.porteclef.platform.secret.Secret;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialFormatTest {

    private static final String KEY = "kQ3vN8xWb2Lr7TzYc5Hd9Mf1Gp6Js4Au0Xe-KiVoRnB";
    private static final String SECRET = "sB7nM2cV9xZ4lK1jH6gF3dS8aP5oI0uYtR_eWqEtYuI";
    private static final String PEM = "-----BEGIN PRIVATE KEY-----\nabc=\n-----END PRIVATE KEY-----";

    @ParameterizedTest
    @ValueSource(strings = {"secret=", "api_secret=", "key/", "my-secret-", "\u00ab", "(", "the secret is "})
    void a_credential_in_a_text_is_found_whatever_stands_before_and_after_it(String before) {
        for (var after : List.of("", "-", ",", "=", "/", "\u00bb", "\n\nthanks", "_x")) {
            assertThat(CredentialFormat.looksLikeCredential(RealExchanges.bitfinex(), before + SECRET + after))
                    .as(before + "…" + after)
                    .isTrue();
        }
        // After a hyphen, which may be part of it, nobody can tell where the first half begins.
        var broken = before.replace('-', ' ') + SECRET.substring(0, 20) + " \n" + SECRET.substring(20);
        assertThat(CredentialFormat.looksLikeCredential(RealExchanges.bitfinex(), broken))
                .as("broken in two")
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It says 10100 apikey: invalid, what now?",
                "see https://support.example.org/hc/en-us/articles/115003363429-How-to-create-and-revoke-a-Bitfinex-API-Key",
                "commit 3f786850e387550fdab836ed7e6dc881de23001b broke it",
                "my key 1b4e28ba-2fa1-11d2-883f-0016d3cca427 is red",
                "Anticonstitutionnellement-et-tres-longuement-je-me-plains"
            })
    void ordinary_words_addresses_and_numbers_are_no_credentials(String text) {
        assertThat(CredentialFormat.looksLikeCredential(RealExchanges.bitfinex(), text))
                .isFalse();
    }

    @Test
    void an_ordinary_pair_is_nothing_to_speak_of() {
        assertThat(bitfinex(KEY, SECRET)).isEmpty();
    }

    @Test
    void a_pair_of_another_length_or_other_characters_is_unusual_but_may_be_tried() {
        assertThat(bitfinex(KEY + "x", SECRET.substring(1)))
                .containsExactly(
                        new FormatFinding("apiKey", UNUSUAL_LENGTH), new FormatFinding("apiSecret", UNUSUAL_LENGTH))
                .noneMatch(FormatFinding::blocks);
        assertThat(bitfinex(KEY.replace('k', '+'), SECRET))
                .containsExactly(new FormatFinding("apiKey", UNUSUAL_CHARACTERS))
                .noneMatch(FormatFinding::blocks);
    }

    @Test
    void the_same_text_twice_blocks() {
        assertThat(bitfinex(KEY, KEY))
                .containsExactly(new FormatFinding("apiSecret", SAME_AS_OTHER))
                .allMatch(FormatFinding::blocks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t\n"})
    void nothing_blocks(String nothing) {
        assertThat(bitfinex(nothing, SECRET))
                .containsExactly(new FormatFinding("apiKey", EMPTY))
                .allMatch(FormatFinding::blocks);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inner space",
                "line\nbreak",
                "line\r\nX-Header: injected",
                "tab\there",
                "zero\u200bwidth",
                "soft\u00adhyphen",
                "no\u00a0break",
                "clé",
                "ключ",
                "\u202eright to left",
                "nul\0",
                "delete\u007f",
                "emoji\ud83d\ude00",
                "\ufeffmark"
            })
    void what_no_header_can_carry_blocks(String text) {
        assertThat(bitfinex(text, SECRET)).containsExactly(new FormatFinding("apiKey", UNSENDABLE));
        assertThat(bitfinex(KEY, text)).containsExactly(new FormatFinding("apiSecret", UNSENDABLE));
        assertThat(UNSENDABLE)
                .extracting(kind -> new FormatFinding("", kind).blocks())
                .isEqualTo(true);
    }

    /// The client throws on a header value it does not like; nothing that it throws on may come so far.
    @Test
    void whatever_passes_can_be_sent_in_a_header() {
        for (var point = 0; point <= 0x2100; point++) {
            var text = "a" + Character.toString(point) + "b";
            if (bitfinex(text, SECRET).stream().noneMatch(FormatFinding::blocks)) {
                HttpRequest.newBuilder(URI.create("http://127.0.0.1/")).header("bfx-apikey", text);
                assertThat(point).isBetween(0x21, 0x7e);
            }
        }
    }

    @Test
    void fields_of_different_shape_are_found_swapped() {
        var findings = swappable(PEM, "tb-123456");
        assertThat(findings)
                .containsExactly(new FormatFinding("keyId", SWAPPED), new FormatFinding("privateKey", SWAPPED))
                .allMatch(FormatFinding::blocks);
    }

    @Test
    void a_passphrase_may_have_inner_spaces_and_a_private_key_lines() {
        assertThat(testbourse("tb-123456", "word", "open sesame, 42 times", PEM))
                .isEmpty();
        assertThat(testbourse("tb-123456", "word", "two\nlines", PEM))
                .containsExactly(new FormatFinding("passphrase", UNSENDABLE));
        assertThat(testbourse("tb-123456", "word", "word", PEM))
                .containsExactly(new FormatFinding("passphrase", SAME_AS_OTHER));
        assertThat(testbourse("tb-123456", "word", "phrase", "abc="))
                .containsExactly(new FormatFinding("privateKey", UNUSUAL_CHARACTERS));
    }

    private static List<FormatFinding> bitfinex(String key, String secret) {
        return CredentialFormat.examine(
                RealExchanges.bitfinex(),
                new Credentials(Map.of("apiKey", Secret.of(key), "apiSecret", Secret.of(secret))));
    }

    private static List<FormatFinding> testbourse(String... values) {
        var fields = RealExchanges.testbourse().credentials();
        return CredentialFormat.examine(
                RealExchanges.testbourse(),
                new Credentials(IntStream.range(0, fields.size())
                        .boxed()
                        .collect(Collectors.toMap(
                                field -> fields.get(field).name(), field -> Secret.of(values[field])))));
    }

    /// Testbourse with its key and its private key only: two fields that look different.
    private static List<FormatFinding> swappable(String key, String privateKey) {
        var whole = RealExchanges.testbourse();
        var two = new Exchange(
                whole.id(),
                whole.name(),
                whole.adapter(),
                whole.live(),
                whole.keysPage(),
                whole.checkedOn(),
                whole.maxListedAddresses(),
                whole.blockSeconds(),
                whole.facts(),
                whole.credentials().stream()
                        .filter(field -> Set.of("keyId", "privateKey").contains(field.name()))
                        .toList(),
                whole.programs(),
                whole.sections(),
                whole.hiddenScopes(),
                whole.forbiddenScopes(),
                whole.profiles(),
                whole.errors(),
                whole.outcomes());
        return CredentialFormat.examine(
                two, new Credentials(Map.of("keyId", Secret.of(key), "privateKey", Secret.of(privateKey))));
    }
}
