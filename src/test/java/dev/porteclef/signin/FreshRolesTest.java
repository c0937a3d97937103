package dev.porteclef.signin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.RolesNow;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.security.UserId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

class FreshRolesTest {

    private final SignedInUser person = new SignedInUser(
            new UserId(UUID.randomUUID()), "a@example.org", "", Set.of(Role.CUSTOMER), Language.FRENCH, true);
    private final AtomicInteger asked = new AtomicInteger();
    private Set<Role> now = Set.of(Role.CUSTOMER);
    private final FreshRoles roles = fresh(_ -> {
        asked.incrementAndGet();
        return now;
    });

    @AfterEach
    void end() {
        RequestContextHolder.resetRequestAttributes();
    }

    @Test
    void a_request_asks_the_database_once_and_the_next_one_again() {
        request();
        roles.refreshed(session());
        roles.refreshed(session());
        assertThat(roles.of(person.id())).isEqualTo(now);
        assertThat(asked).hasValue(1);
        now = Set.of();
        request();
        assertThat(roles.of(person.id())).isEmpty();
        assertThat(asked).hasValue(2);
    }

    @Test
    void work_beside_requests_asks_at_each_act() {
        roles.refreshed(session());
        roles.refreshed(session());
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_role_that_was_taken_away_is_gone_and_the_proof_of_who_it_is_stays() {
        now = Set.of(Role.SUPPORT);
        var fresh = Objects.requireNonNull(roles.refreshed(session()));
        assertThat(fresh.getAuthorities())
                .extracting(GrantedAuthority::getAuthority)
                .containsExactlyInAnyOrder("ROLE_SUPPORT", FactorGrantedAuthority.PASSWORD_AUTHORITY);
        assertThat(fresh.getPrincipal()).isEqualTo(person.with(now));
        now = person.roles();
        assertThat(roles.refreshed(session()))
                .isNotNull()
                .extracting(Authentication::getPrincipal)
                .isEqualTo(person);
    }

    @Test
    void nobody_is_asked_about_readers_without_an_account() {
        assertThat(roles.refreshed(null)).isNull();
        assertThat(asked).hasValue(0);
    }

    private Authentication session() {
        var authorities = new ArrayList<GrantedAuthority>(person.getAuthorities());
        authorities.addAll(List.of(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)));
        return UsernamePasswordAuthenticationToken.authenticated(person, null, authorities);
    }

    private static void request() {
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
    }

    private static FreshRoles fresh(RolesNow source) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("roles", source);
        return new FreshRoles(beans.getBeanProvider(RolesNow.class));
    }
}
