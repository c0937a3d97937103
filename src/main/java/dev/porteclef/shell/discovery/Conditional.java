package dev.porteclef.shell.discovery;

import dev.porteclef.platform.security.Tokens;
import dev.porteclef.shell.first.PortalAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers what machines ask for again and again: whoever has it already is told so by its tag. There is no
/// `Last-Modified`, for pages know the day of their last change, and two changes may be of one day.
@Component
class Conditional {

    private static final int TAG_BYTES = 16;

    private final PortalAddress portal;

    Conditional(PortalAddress portal) {
        this.portal = portal;
    }

    /// @param fresh for how long nobody needs to ask again
    ResponseEntity<byte[]> answer(byte[] body, MediaType type, Duration fresh) {
        var digest = Tokens.hash(new String(body, StandardCharsets.UTF_8));
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cacheControl(fresh))
                // A weak one: what is compressed on its way has other bytes.
                .eTag("W/\"" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"")
                .body(body);
    }

    /// The addresses inside are made of the name that was asked for where none is declared: then nobody keeps it for
    /// others, who may have asked by another name.
    private CacheControl cacheControl(Duration fresh) {
        if (!portal.isDeclared()) {
            return CacheControl.noCache().cachePrivate();
        }
        return fresh.isZero()
                ? CacheControl.noCache().cachePublic()
                : CacheControl.maxAge(fresh).cachePublic();
    }
}
