package dev.porteclef.signin;

import com.vaadin.flow.server.auth.NavigationAccessControl;
import com.vaadin.flow.spring.security.RequestUtil;
import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.porteclef.platform.ui.Addresses;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.method.configuration.EnableMethodSecurity;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// Who may ask for what, and what browsers are told. What is not opened here or by a view's annotation is denied, and
/// denied looks like missing. Roles are checked in the services as well: Flow's own messages pass this chain.
@Configuration(proxyBeanMethods = false)
@EnableMethodSecurity
class SecurityConfiguration {

    /// As strict as Flow 25.2 allows: its loader needs inline scripts and `eval`, its components inline styles, and
    /// deep addresses a `<base>` of the own site. `'self'` includes web sockets to the own host (CSP 3).
    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'self'",
            "frame-ancestors 'none'",
            "object-src 'none'");

    private static final String PERMISSIONS_POLICY =
            "camera=(), microphone=(), geolocation=(), payment=(), usb=(), clipboard-read=(), clipboard-write=(self)";

    private static final String[] STATIC_FILES = {
        "/styles.css", "/styles/**", "/icons/**", "/images/**", "/fonts/**", "/robots.txt", "/sitemap.xml"
    };

    /// Whoever asks for these does nothing.
    private static final String[] UNREAD_FILES = Stream.concat(
                    Stream.of("/VAADIN/build/**", "/VAADIN/static/**"), Stream.of(STATIC_FILES))
            .toArray(String[]::new);

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            List<SignInFactor> factors,
            AuthenticationManager people,
            SecurityContextRepository contexts,
            FreshRoles roles,
            RequestUtil flow,
            PageLanguage pageLanguage,
            NavigationAccessControl navigation,
            SignOut signOut) {
        // Where Flow sends an anonymous reader who clicked a link to a page for signed-in people.
        navigation.setLoginView(PasswordFactor.PATH);
        http.authenticationManager(people);
        http.securityContext(context -> context.securityContextRepository(contexts));
        http.addFilterAfter(new FreshRolesFilter(roles, contexts, UNREAD_FILES), SecurityContextHolderFilter.class);
        http.headers(SecurityConfiguration::headers);
        http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                .permitAll()
                .requestMatchers(HttpMethod.GET, STATIC_FILES)
                .permitAll()
                .requestMatchers(HttpMethod.HEAD, STATIC_FILES)
                .permitAll()
                .requestMatchers(HttpMethod.GET, PasswordFactor.PATH)
                .permitAll()
                // Addresses of no page show the portal's own "not found" instead of asking for a sign-in.
                .requestMatchers(request -> PageLanguage.isPage(request) && !flow.isSecuredFlowRoute(request))
                .permitAll());
        http.exceptionHandling(failures -> failures.authenticationEntryPoint(
                        (request, response, _) -> askToSignIn(pageLanguage, request, response))
                .accessDeniedHandler((_, response, _) -> response.sendError(HttpServletResponse.SC_NOT_FOUND)));
        factors.forEach(factor -> factor.applyTo(http));
        http.with(
                VaadinSecurityConfigurer.vaadin(),
                vaadin -> vaadin.addLogoutHandler(signOut).logoutSuccessHandler(signOut));
        return http.build();
    }

    /// One manager without a parent: with a parent a failed provider would be asked, and counted, twice.
    @Bean
    AuthenticationManager people(List<SignInFactor> factors) {
        return new ProviderManager(factors.stream().map(SignInFactor::provider).toList());
    }

    @Bean
    SecurityContextRepository securityContextRepository() {
        return new HttpSessionSecurityContextRepository();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        // By default they are added when the response is committed, which Flow's way of answering bypasses.
        headers.withObjectPostProcessor(new ObjectPostProcessor<HeaderWriterFilter>() {
            @Override
            public <F extends HeaderWriterFilter> F postProcess(F filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        });
        // Written that early they would stand in the way of the caching of static files; pages alone are never kept.
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
        headers.addHeaderWriter((request, response) -> {
            if (PageLanguage.isPage(request)) {
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            }
        });
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY));
        headers.referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS_POLICY));
        headers.crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN));
    }

    private static void askToSignIn(PageLanguage pageLanguage, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!PageLanguage.isPage(request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        ReturnAddress.forgetClickedLink(request);
        var page = Addresses.signIn(pageLanguage.of(request, response));
        response.sendRedirect(request.getContextPath() + "/" + page);
    }
}
