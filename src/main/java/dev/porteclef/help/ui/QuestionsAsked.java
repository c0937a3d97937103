package dev.porteclef.help.ui;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.VaadinServletRequest;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.security.Tokens;
import dev.porteclef.platform.ui.FirstText;
import jakarta.servlet.http.HttpServletRequest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/// Tells a question that somebody asks just now from the same one drawn again, so that it is counted once with and
/// without scripts: the first HTML counts what a form or a link of the portal's own pages brought, the live page what
/// was asked on it, and never what it was loaded with (decision 0023).
@Component
class QuestionsAsked {

    /// So long the same question from the same address is taken for a page that was loaded again.
    private static final Duration AGAIN = Duration.ofMinutes(30);
    private static final int MOST = 10_000;

    /// Of who asked, nothing but a hash that is of no use outside of this process.
    private final String salt;
    private final Cache<String, Boolean> lately =
            Caffeine.newBuilder().expireAfterWrite(AGAIN).maximumSize(MOST).build();

    QuestionsAsked(SecureRandom random) {
        salt = Tokens.next(random);
    }

    boolean isNew(BeforeEnterEvent event, SearchAddress asked) {
        if (FirstText.isBeingDrawn()) {
            var request = VaadinServletRequest.getCurrent();
            return request != null && isAskedHere(request) && isFirst(request, asked);
        }
        return switch (event.getTrigger()) {
            case ROUTER_LINK, CLIENT_SIDE, UI_NAVIGATE, PROGRAMMATIC -> true;
            case PAGE_LOAD, HISTORY, REFRESH, REFRESH_ROUTE -> false;
        };
    }

    /// Browsers say so; whoever collects pages has no page from which to ask.
    private static boolean isAskedHere(HttpServletRequest request) {
        return request.getMethod().equals("GET")
                && "same-origin".equals(request.getHeader("Sec-Fetch-Site"))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && request.getHeader("Sec-Purpose") == null;
    }

    private boolean isFirst(HttpServletRequest request, SearchAddress asked) {
        var who = ClientAddress.of(request.getRemoteAddr()).value();
        var what = String.join("\n", salt, who, asked.language().tag(), asked.question());
        return lately.asMap().putIfAbsent(HexFormat.of().formatHex(Tokens.hash(what)), true) == null;
    }
}
