package dev.porteclef.signin;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/// Addresses that are their own proof (a customer's calendar, the end of a reminder), asked for by calendars and mail
/// programs: without a session, a sign-in or a form's token. Nothing they answer is a page.
@Configuration(proxyBeanMethods = false)
class UnguessableAddresses {

    private static final int BEFORE_THE_PAGES = 1;

    @Bean
    @Order(BEFORE_THE_PAGES)
    SecurityFilterChain unguessable(HttpSecurity http) {
        http.securityMatcher("/calendar/**", "/unsubscribe/**");
        http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
        http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
        http.csrf(AbstractHttpConfigurer::disable);
        http.requestCache(AbstractHttpConfigurer::disable);
        http.logout(AbstractHttpConfigurer::disable);
        http.headers(headers -> {
            headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
            headers.contentSecurityPolicy(
                    policy -> policy.policyDirectives("default-src 'none'; frame-ancestors 'none'"));
            headers.addHeaderWriter((request, response) -> {
                if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                }
                response.setHeader("X-Robots-Tag", "noindex");
            });
        });
        return http.build();
    }
}
