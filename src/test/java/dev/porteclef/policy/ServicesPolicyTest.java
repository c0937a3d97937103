package dev.porteclef.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.platform.security.Role;
import dev.porteclef.policy.Services.Service;
import dev.porteclef.testing.ViewTest;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/// Every service, method by method, asked by everybody; and what staff do by it, held against [StaffDeed].
class ServicesPolicyTest extends ViewTest {

    @Autowired
    private ConfigurableListableBeanFactory beans;

    private final Actor.People people = Actor.People.make();
    private Services services;

    @BeforeEach
    void find() {
        services = new Services(beans);
    }

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void guarded_services_let_in_whom_the_matrix_names_and_nobody_else() {
        PolicyMatrix.compare(
                "services",
                services.guarded().stream()
                        .map(service -> PolicyMatrix.line(
                                service.name(), answers(service).values()))
                        .toList());
    }

    @Test
    void whatever_is_called_without_being_asked_who_calls_was_decided_to_be_internal() {
        var methods = new TreeMap<String, TreeSet<String>>();
        services.internal()
                .forEach(service -> methods.computeIfAbsent(Services.name(service.type()), _ -> new TreeSet<>())
                        .add(service.method().getName()));
        PolicyMatrix.compare(
                "internal",
                methods.entrySet().stream()
                        .map(bean -> bean.getKey() + ": " + String.join(", ", bean.getValue()))
                        .toList());
    }

    @Test
    void whatever_lets_staff_in_and_not_customers_is_a_deed_for_exactly_these_roles() {
        var staff = services.guarded().stream().filter(this::isForStaff).toList();
        assertThat(staff).isNotEmpty().allSatisfy(service -> {
            assertThat(service.deed().map(StaffDeed::roles))
                    .as("the roles of the deed of %s", service.name())
                    .contains(roles(service));
        });
    }

    @Test
    void every_deed_that_is_allowed_is_done_somewhere_and_none_of_the_others_anywhere() {
        var done = services.guarded().stream()
                .flatMap(service -> service.deed().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StaffDeed.class)));
        assertThat(done).containsExactlyElementsOf(StaffDeed.allowed());
        assertThat(services.internal()).noneMatch(service -> service.deed().isPresent());
    }

    @Test
    void a_deed_leaves_the_trace_that_it_tells_of() {
        var acts = new Acts(services.guarded());
        for (var deed : StaffDeed.allowed()) {
            var left = acts.of(deed);
            deed.act()
                    .ifPresentOrElse(
                            act -> assertThat(left).as("what %s records", deed).contains(act),
                            () -> assertThat(left).as("what %s records", deed).isEmpty());
        }
    }

    @Test
    void acts_are_caused_by_whom_the_matrix_names() {
        var acts = new Acts(services.guarded());
        var causes = acts.causes(service -> allowed(service));
        PolicyMatrix.compare("acts", causes);
        var never =
                StaffDeed.never().stream().flatMap(deed -> deed.act().stream()).toList();
        assertThat(never)
                .isNotEmpty()
                .allSatisfy(act -> assertThat(acts.services(act)).isNotEmpty().noneMatch(this::isForStaff));
    }

    private boolean isForStaff(Service service) {
        var allowed = allowed(service);
        return (allowed.contains(Actor.SUPPORT) || allowed.contains(Actor.ADMIN)) && !allowed.contains(Actor.CUSTOMER);
    }

    private Set<Role> roles(Service service) {
        return allowed(service).stream()
                .map(actor -> actor.role().orElseThrow())
                .collect(Collectors.toSet());
    }

    private Set<Actor> allowed(Service service) {
        var answers = answers(service);
        return Arrays.stream(Actor.values())
                .filter(actor -> "yes".equals(answers.get(actor)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Actor.class)));
    }

    private Map<Actor, String> answers(Service service) {
        return Actor.each(actor -> {
            people.become(actor);
            return Services.ask(service);
        });
    }
}
