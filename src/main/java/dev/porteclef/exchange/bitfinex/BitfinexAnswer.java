package dev.porteclef.exchange.bitfinex;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A body of Bitfinex's v2 API taken apart. Its own errors are arrays `["error", code, text]` with any HTTP status;
/// successes are arrays too, so only the first element tells (src/docs/exchanges/bitfinex.md, section 4).
///
/// @param json the body as JSON, `null` when it is none
/// @param code the error code, `null` when the body is no error array or has no code that is a number of
/// usual size
/// @param text the error's text; for any other body the body itself, cut at 2,000 characters
record BitfinexAnswer(
        @Nullable JsonNode json, boolean error, @Nullable String code, String text) {

    /// Every number as it was written: no double can hold `1e400`, and one that overflows is not to be read as none.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final int MAX_TEXT = 2_000;

    static BitfinexAnswer read(byte[] body) {
        // Decoded here, so that nothing but UTF-8 is taken for Bitfinex speaking: a parser would guess at other
        // encodings.
        var text = new String(body, StandardCharsets.UTF_8);
        var json = parse(text);
        if (json == null || !isErrorArray(json)) {
            return new BitfinexAnswer(json, false, null, text.substring(0, Math.min(text.length(), MAX_TEXT)));
        }
        var code = json.path(1);
        return new BitfinexAnswer(
                json,
                true,
                code.isIntegralNumber() && code.canConvertToInt() ? code.asString() : null,
                json.path(2).asString(""));
    }

    private static boolean isErrorArray(JsonNode json) {
        return json.isArray()
                && json.path(0).isString()
                && json.path(0).asString().equals("error");
    }

    private static @Nullable JsonNode parse(String body) {
        try {
            var json = JSON.readTree(body);
            return json.isMissingNode() ? null : json;
        } catch (JacksonException | NumberFormatException e) {
            // The second for an exponent that no number can have (`1e99999999999`).
            return null;
        }
    }
}
