package dev.porteclef.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import dev.porteclef.platform.i18n.Language;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a browser remembers of a reader without an account: colours and language, each in a cookie of its own for one
/// year. They hold nothing but the choice; the server reads them when it writes the first HTML of a page.
final class Preferences {

    private static final int ONE_YEAR = 365 * 24 * 60 * 60;
    private static final String COLOURS = "colours";
    private static final String LANGUAGE = "language";

    private Preferences() {}

    static Colours colours(Cookie @Nullable [] cookies) {
        return find(cookies, COLOURS).flatMap(Colours::of).orElse(Colours.SYSTEM);
    }

    static Optional<Language> language(Cookie @Nullable [] cookies) {
        return find(cookies, LANGUAGE).flatMap(Language::of);
    }

    /// Remembered with the response to the request at hand; outside of one nothing happens.
    static void remember(Colours colours) {
        remember(COLOURS, colours.word());
    }

    static void remember(Language language) {
        remember(LANGUAGE, language.tag());
    }

    private static Optional<String> find(Cookie @Nullable [] cookies, String name) {
        return Stream.ofNullable(cookies)
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    private static void remember(String name, String value) {
        var request = VaadinRequest.getCurrent();
        var response = VaadinResponse.getCurrent();
        if (request == null || response == null) {
            return;
        }
        var cookie = new Cookie(name, value);
        var root = request.getContextPath();
        cookie.setPath(root.isEmpty() ? "/" : root);
        cookie.setMaxAge(ONE_YEAR);
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }
}
