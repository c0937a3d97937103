package dev.porteclef.shell.first;

import dev.porteclef.platform.security.Tokens;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.http.ETag;

/// By what a browser says which answer it has already (RFC 9110, 8.8.3). A weak one: what is compressed on its way has
/// other bytes.
public final class WeakTag {

    private static final int BYTES = 16;

    private WeakTag() {}

    /// The tag of a text in UTF-8, as it stands in a header; another text has another one.
    public static String of(byte[] body) {
        var hash = Tokens.hash(new String(body, StandardCharsets.UTF_8));
        return new ETag(HexFormat.of().formatHex(hash, 0, BYTES), true).formattedTag();
    }
}
