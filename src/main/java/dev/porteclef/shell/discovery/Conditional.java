package dev.porteclef.shell.discovery;

import dev.porteclef.shell.first.PortalAddress;
import dev.porteclef.shell.first.WeakTag;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Answers what machines ask for again and again: whoever has it already is told so by its tag. There is no
/// `Last-Modified`, for pages know the day of their last change, and two changes may be of one day.
@Component
class Conditional {

    private final PortalAddress portal;

    Conditional(PortalAddress portal) {
        this.portal = portal;
    }

    /// @param fresh for how long nobody needs to ask again
    ResponseEntity<byte[]> answer(byte[] body, MediaType type, Duration fresh) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(cacheControl(fresh))
                .eTag(WeakTag.of(body))
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
