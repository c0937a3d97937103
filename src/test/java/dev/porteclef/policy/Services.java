package dev.porteclef.policy;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aopalliance.intercept.MethodInterceptor;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.Advisor;
import org.springframework.aop.framework.Advised;
import org.springframework.aop.framework.AopProxyUtils;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.security.access.prepost.PreAuthorize;

/// The portal's own beans with the methods that others can call, and who gets through to them.
///
/// A method is asked by calling it on the very bean that everybody else has, so that the interceptors of its proxy
/// decide in their order. Behind the last of them, before the method itself, stands a gate for the asking thread alone:
/// whoever reaches it was let in, and nothing is done.
final class Services {

    private static final String HOUSE = "dev.porteclef.";

    private final ConfigurableListableBeanFactory beans;

    Services(ConfigurableListableBeanFactory beans) {
        this.beans = beans;
    }

    /// A method of a bean that other modules can call.
    record Service(Object bean, Class<?> type, Method method) {

        /// `key.KeyUpkeep.rename(KeyId, String)`.
        String name() {
            return Services.name(type) + "." + method.getName()
                    + Arrays.stream(method.getParameterTypes())
                            .map(Class::getSimpleName)
                            .collect(Collectors.joining(", ", "(", ")"));
        }

        /// What staff do by it, if it says so.
        Optional<StaffDeed> deed() {
            return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(method, Deed.class))
                    .map(Deed::value);
        }
    }

    static String name(Class<?> type) {
        return type.getName().substring(HOUSE.length()).replace('$', '.');
    }

    /// The methods of all beans of which anything is guarded, the unguarded ones among them too.
    List<Service> guarded() {
        return services(Services::isGuarded);
    }

    /// The methods of all beans of which nothing is guarded.
    List<Service> internal() {
        return services(type -> !isGuarded(type));
    }

    private List<Service> services(Predicate<Class<?>> wanted) {
        var found = new ArrayList<Service>();
        for (var name : beans.getBeanNamesForType(Object.class, false, false)) {
            var type = beans.getType(name, false);
            if (type == null || !isOurs(type) || !beans.isSingleton(name)) {
                continue;
            }
            var bean = beans.getBean(name);
            var own = AopProxyUtils.ultimateTargetClass(bean);
            if (isOurs(own) && !own.isSynthetic() && wanted.test(own)) {
                callable(own).map(method -> new Service(bean, own, method)).forEach(found::add);
            }
        }
        found.sort(Comparator.comparing(Service::name));
        return found;
    }

    private static boolean isOurs(Class<?> type) {
        // Beans of tests are in the same packages.
        var source = type.getProtectionDomain().getCodeSource();
        return type.getName().startsWith(HOUSE)
                && (source == null || !source.getLocation().getPath().contains("test-classes"));
    }

    private static boolean isGuarded(Class<?> type) {
        return AnnotatedElementUtils.hasAnnotation(type, PreAuthorize.class)
                || Arrays.stream(type.getDeclaredMethods())
                        .anyMatch(method -> AnnotatedElementUtils.hasAnnotation(method, PreAuthorize.class));
    }

    /// Public, and in a class or an interface of ours that is public itself: the rest is a package's own business.
    private static Stream<Method> callable(Class<?> type) {
        return Arrays.stream(type.getMethods())
                .filter(method ->
                        !method.isBridge() && !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getDeclaringClass().getName().startsWith(HOUSE) && !isOfEveryObject(method))
                .filter(method -> published(type)
                        .anyMatch(seen -> Arrays.stream(seen.getMethods())
                                .anyMatch(one -> one.getName().equals(method.getName())
                                        && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()))));
    }

    private static boolean isOfEveryObject(Method method) {
        return Arrays.stream(Object.class.getMethods())
                .anyMatch(one -> one.getName().equals(method.getName())
                        && Arrays.equals(one.getParameterTypes(), method.getParameterTypes()));
    }

    private static Stream<Class<?>> published(Class<?> type) {
        var all = new ArrayList<Class<?>>();
        for (var one = type; one != null; one = one.getSuperclass()) {
            all.add(one);
            all.addAll(List.of(one.getInterfaces()));
        }
        return all.stream()
                .filter(one ->
                        Modifier.isPublic(one.getModifiers()) && one.getName().startsWith(HOUSE));
    }

    /// Calls `service` as whoever this thread is; nothing beyond the guard is run.
    ///
    /// @return `yes`, or what stood in the way
    static String ask(Service service) {
        if (!(service.bean() instanceof Advised proxy)) {
            return "UNGUARDED";
        }
        var gate = new Gate();
        var last = proxy.getAdvisorCount();
        Advisor advisor = new DefaultPointcutAdvisor(gate);
        proxy.addAdvisor(last, advisor);
        try {
            var arguments = Arrays.stream(service.method().getParameterTypes())
                    .map(Services::nothing)
                    .toArray();
            service.method().setAccessible(true);
            service.method().invoke(service.bean(), arguments);
            return "NO GATE";
        } catch (ReflectiveOperationException e) {
            var cause = Objects.requireNonNullElse(e.getCause(), e);
            return switch (cause) {
                case Gate.Reached _ -> "yes";
                case org.springframework.security.access.AccessDeniedException _ -> "-";
                default -> cause.getClass().getSimpleName();
            };
        } finally {
            proxy.removeAdvisor(advisor);
        }
    }

    private static @Nullable Object nothing(Class<?> type) {
        return java.lang.reflect.Array.get(java.lang.reflect.Array.newInstance(type, 1), 0);
    }

    /// Lets everybody through but the thread that asks.
    private static final class Gate implements MethodInterceptor {

        private final Thread asking = Thread.currentThread();

        @Override
        public @Nullable Object invoke(org.aopalliance.intercept.MethodInvocation call) throws Throwable {
            if (Thread.currentThread().equals(asking)) {
                throw new Reached();
            }
            return call.proceed();
        }

        private static final class Reached extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }
    }
}
