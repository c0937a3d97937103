package dev.porteclef.signin;

import dev.porteclef.platform.i18n.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The language of a page that an address without language (`/sign-in`) leads to.
@Component
class PageLanguage {

    private final ReturnAddress returnAddress;

    PageLanguage(ReturnAddress returnAddress) {
        this.returnAddress = returnAddress;
    }

    /// That of the address wanted; else of the page wanted before; else of the page one comes from; else what the
    /// browser prefers of the portal's languages.
    Language of(HttpServletRequest request, HttpServletResponse response) {
        return Language.ofPath(pathOf(request))
                .or(() -> returnAddress.find(request, response).flatMap(Language::ofPath))
                .or(() -> ofReferrer(request))
                .orElseGet(() -> preferred(request));
    }

    /// Whether a request asks for a page of the portal, by the shape of its address.
    static boolean isPage(HttpServletRequest request) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && Language.ofPath(pathOf(request)).isPresent();
    }

    private static String pathOf(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    private static Optional<Language> ofReferrer(HttpServletRequest request) {
        var referrer = request.getHeader("Referer");
        if (referrer == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(URI.create(referrer).getPath()).flatMap(Language::ofPath);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Language preferred(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> Language.of(locale.getLanguage()).stream())
                .findFirst()
                .orElse(Language.ENGLISH);
    }
}
