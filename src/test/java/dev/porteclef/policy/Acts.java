package dev.porteclef.policy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.porteclef.audit.Act;
import dev.porteclef.policy.Services.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which entries of the record each service can lead to, found by following the calls in the compiled portal from
/// the service as far as the next guarded one, which answers for itself. What cannot be followed to a guarded service
/// (events, timers, the forms that sign in) is the portal's own doing.
final class Acts {

    /// The compiled portal; reading it takes seconds.
    static final JavaClasses PORTAL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.porteclef");

    private final Map<Service, Set<Act>> acts = new LinkedHashMap<>();
    private final Set<JavaCodeUnit> guarded = new HashSet<>();

    Acts(List<Service> services) {
        var units = new LinkedHashMap<Service, JavaCodeUnit>();
        services.forEach(service -> units.put(service, unit(service)));
        guarded.addAll(units.values());
        units.forEach((service, unit) -> acts.put(service, from(Set.of(unit))));
    }

    private static JavaCodeUnit unit(Service service) {
        return PORTAL.get(service.method().getDeclaringClass())
                .getMethod(service.method().getName(), service.method().getParameterTypes());
    }

    /// The acts of all methods that do `deed`.
    Set<Act> of(StaffDeed deed) {
        return acts.entrySet().stream()
                .filter(entry -> entry.getKey().deed().filter(deed::equals).isPresent())
                .flatMap(entry -> entry.getValue().stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Act.class)));
    }

    List<Service> services(Act act) {
        return acts.entrySet().stream()
                .filter(entry -> entry.getValue().contains(act))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// A line for each act: who is let in to a service that leads to it, and whether the portal does it by itself.
    List<String> causes(Function<Service, Set<Actor>> allowed) {
        var itself = byItself();
        return Arrays.stream(Act.values())
                .map(act -> {
                    var who = EnumSet.noneOf(Actor.class);
                    services(act).forEach(service -> who.addAll(allowed.apply(service)));
                    var answers = new ArrayList<>(Actor.each(actor -> who.contains(actor) ? "yes" : "-")
                            .values());
                    answers.add(itself.contains(act) ? "yes" : "-");
                    return PolicyMatrix.line(act.name(), answers);
                })
                .toList();
    }

    /// What is recorded by code that no guarded service leads to, or that also something else leads to.
    private Set<Act> byItself() {
        return from(PORTAL.stream()
                .flatMap(type -> type.getCodeUnits().stream())
                // What a class is made of at its first use names acts, and does none.
                .filter(unit -> !(unit instanceof JavaStaticInitializer))
                .filter(unit -> !guarded.contains(unit) && isRoot(unit) && isOurs(unit.getOwner()))
                .collect(Collectors.toSet()));
    }

    /// Called by nobody in the portal: by a framework, a timer, an event, or through an interface.
    private static boolean isRoot(JavaCodeUnit unit) {
        return unit.getAccessesToSelf().isEmpty();
    }

    private Set<Act> from(Set<JavaCodeUnit> starts) {
        var found = EnumSet.noneOf(Act.class);
        var seen = new HashSet<JavaCodeUnit>();
        var next = new ArrayDeque<>(starts);
        while (!next.isEmpty()) {
            var unit = next.poll();
            if (!seen.add(unit) || (guarded.contains(unit) && !starts.contains(unit))) {
                continue;
            }
            unit.getFieldAccesses().stream()
                    .map(JavaFieldAccess::getTarget)
                    .filter(field -> field.getOwner().isEquivalentTo(Act.class))
                    .forEach(field -> act(field.getName(), found));
            Stream.concat(
                            unit.getCallsFromSelf().stream().flatMap(call -> call.getTarget().resolveMember().stream()),
                            unit.getCodeUnitReferencesFromSelf().stream()
                                    .flatMap(one -> one.getTarget().resolveMember().stream()))
                    .map(JavaCodeUnit.class::cast)
                    .filter(called -> isOurs(called.getOwner()))
                    .forEach(next::add);
        }
        return found;
    }

    private static void act(String field, Set<Act> found) {
        Arrays.stream(Act.values()).filter(act -> act.name().equals(field)).forEach(found::add);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith("dev.porteclef") && !type.isEquivalentTo(Act.class);
    }
}
