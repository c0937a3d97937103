package dev.porteclef.exchange.bitfinex;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A body of Bitfinex's v2 API taken apart. Its own errors are arrays `["error", code, text]` with any HTTP status;
/// successes are arrays too, so only the first element tells (src/docs/exchanges/bitfinex.md, section 4).
///
/// @param json the body as JSON, `null` when it is none
/// @param code the error code, `null` when the body is no error array or its code is `null`
/// @param text the error's text; for any other body the body itself, cut at 2,000 characters
record BitfinexAnswer(
        @Nullable JsonNode json, boolean error, @Nullable String code, String text) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int MAX_TEXT = 2_000;

    static BitfinexAnswer read(byte[] body) {
        var json = parse(body);
        if (json == null || !isErrorArray(json)) {
            var text = new String(body, StandardCharsets.UTF_8);
            return new BitfinexAnswer(json, false, null, text.substring(0, Math.min(text.length(), MAX_TEXT)));
        }
        var code = json.path(1);
        return new BitfinexAnswer(
                json,
                true,
                code.isIntegralNumber() ? code.asString() : null,
                json.path(2).asString(""));
    }

    private static boolean isErrorArray(JsonNode json) {
        return json.isArray()
                && json.path(0).isString()
                && json.path(0).asString().equals("error");
    }

    private static @Nullable JsonNode parse(byte[] body) {
        try {
            var json = JSON.readTree(body);
            return json.isMissingNode() ? null : json;
        } catch (JacksonException e) {
            return null;
        }
    }
}
