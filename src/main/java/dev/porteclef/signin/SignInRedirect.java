package dev.porteclef.signin;

import dev.porteclef.platform.ui.Addresses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Leads from the address without language, to which Flow sends a reader who clicked a link to a page that asks for
/// a sign-in, to the sign-in page in the reader's language.
@Controller
class SignInRedirect {

    private final PageLanguage pageLanguage;

    SignInRedirect(PageLanguage pageLanguage) {
        this.pageLanguage = pageLanguage;
    }

    @GetMapping(PasswordFactor.PATH)
    void redirect(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var page = Addresses.signIn(pageLanguage.of(request, response));
        response.sendRedirect(request.getContextPath() + "/" + page);
    }
}
