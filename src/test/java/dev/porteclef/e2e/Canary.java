package dev.porteclef.e2e;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// A text that is searched for, in every way in which it could lie about.
///
/// @param name what it is, for the report of a find
record Canary(String name, String text) {

    /// Whether `place`, bytes as ISO 8859-1, holds it in one of six ways of writing.
    boolean isIn(String place) {
        return ways().values().stream().anyMatch(place::contains);
    }

    /// The ways of writing by name. Base64 is looked for wherever it begins within three bytes: only the characters
    /// that depend on neighbours are left out.
    private Map<String, String> ways() {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var ways = new TreeMap<>(Map.of(
                "plain",
                text,
                "hex",
                HexFormat.of().formatHex(bytes),
                "HEX",
                HexFormat.of().formatHex(bytes).toUpperCase(Locale.ROOT),
                "url",
                URLEncoder.encode(text, StandardCharsets.UTF_8),
                "reversed",
                new StringBuilder(text).reverse().toString()));
        for (var shift = 0; shift < 3; shift++) {
            var shifted = new byte[bytes.length + shift];
            System.arraycopy(bytes, 0, shifted, shift, bytes.length);
            ways.put("base64, shifted by " + shift, inner(Base64.getEncoder(), shifted, shift));
            ways.put("base64url, shifted by " + shift, inner(Base64.getUrlEncoder(), shifted, shift));
        }
        return ways;
    }

    private static String inner(Base64.Encoder encoder, byte[] shifted, int shift) {
        var encoded = encoder.withoutPadding().encodeToString(shifted);
        var whole = shifted.length / 3 * 4;
        return encoded.substring(shift == 0 ? 0 : shift + 1, whole);
    }
}
