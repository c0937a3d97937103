package dev.porteclef.reminder;

import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.platform.limits.Limits;
import dev.porteclef.platform.security.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/// Where calendars ask for a customer's calendar. An unknown address, one that was ended and one of a disabled account
/// look the same.
@RestController
class CalendarLink {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarFeeds feeds;
    private final Limits limits;

    CalendarLink(CalendarFeeds feeds, Limits limits) {
        this.feeds = feeds;
        this.limits = limits;
    }

    @GetMapping(CalendarFeeds.PATH + "{token}" + CalendarFeeds.ENDING)
    ResponseEntity<byte[]> read(@PathVariable("token") String token, HttpServletRequest request) {
        var from = ClientAddress.of(request.getRemoteAddr()).value();
        if (limits.check(Limit.UNGUESSABLE, from) instanceof Allowance.Wait(var remaining)) {
            return ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS)
                    .header(HttpHeaders.RETRY_AFTER, Long.toString(remaining.toSeconds() + 1))
                    .build();
        }
        var calendar = feeds.read(token).orElse(null);
        if (calendar == null) {
            return ResponseEntity.notFound().build();
        }
        var tag = "\"" + HexFormat.of().formatHex(Tokens.hash(calendar)) + "\"";
        var unchanged = new ServletWebRequest(request).checkNotModified(tag);
        var answer = unchanged ? ResponseEntity.status(HttpStatus.NOT_MODIFIED) : ResponseEntity.ok();
        answer.eTag(tag).cacheControl(CacheControl.empty().cachePrivate());
        if (unchanged) {
            return answer.build();
        }
        return answer.contentType(CALENDAR)
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"porteclef.ics\"")
                .body(calendar.getBytes(StandardCharsets.UTF_8));
    }
}
