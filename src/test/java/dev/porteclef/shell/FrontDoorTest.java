package dev.porteclef.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class FrontDoorTest {

    private final MockHttpServletRequest request = new MockHttpServletRequest("GET", "/");
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @BeforeEach
    void comeFromGermanyWithFrenchAsSecondLanguage() {
        request.addPreferredLocale(Locale.FRANCE);
        request.addPreferredLocale(Locale.GERMANY);
    }

    @Test
    void takesTheFirstLanguageOfTheBrowserThatThePortalSpeaks() throws Exception {
        enter();
        assertThat(response.getStatus()).isEqualTo(302);
        assertThat(response.getHeader("Location")).isEqualTo("/fr");
        assertThat(response.getHeader("Vary")).contains("Accept-Language", "Cookie");
    }

    @Test
    void prefersTheLanguageChosenHere() throws Exception {
        request.setCookies(new Cookie("language", "en"));
        enter();
        assertThat(response.getHeader("Location")).isEqualTo("/en");
    }

    @Test
    void ignoresACookieItDidNotWrite() throws Exception {
        request.setCookies(new Cookie("language", "//elsewhere.example"));
        enter();
        assertThat(response.getHeader("Location")).isEqualTo("/fr");
    }

    @Test
    void letsPagesAndTheRequestsOfFlowPass() throws Exception {
        request.setQueryString("v-r=uidl");
        enter();
        assertThat(chain.getRequest()).isSameAs(request);
        assertThat(response.getHeader("Location")).isNull();
    }

    private void enter() throws Exception {
        new FrontDoor().doFilter(request, response, chain);
    }
}
