package dev.porteclef.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.platform.secret.Secret;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What staff are handed by whatever they do, in all its parts.
class HandedToStaffTest {

    @Test
    void no_secret_is_in_it() {
        var handed = new HashSet<Class<?>>();
        deeds().forEach(method -> add(method.getGenericReturnType(), handed));
        assertThat(handed)
                .as("the search goes into what is handed")
                .contains(ExchangeKey.class)
                .doesNotContain(Secret.class, Credentials.class);
    }

    @Test
    void nothing_is_marked_as_a_deed_that_nobody_may_do() {
        assertThat(deeds())
                .isNotEmpty()
                .allSatisfy(method -> assertThat(
                                method.getAnnotation(Deed.class).value().isAllowed())
                        .as(method.toString())
                        .isTrue());
    }

    private static List<Method> deeds() {
        return Acts.PORTAL.stream()
                .flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Deed.class))
                .map(method -> method.reflect())
                .toList();
    }

    private static void add(Type type, Set<Class<?>> handed) {
        switch (type) {
            case ParameterizedType of -> {
                add(of.getRawType(), handed);
                Stream.of(of.getActualTypeArguments()).forEach(argument -> add(argument, handed));
            }
            case WildcardType any -> Stream.of(any.getUpperBounds()).forEach(bound -> add(bound, handed));
            case Class<?> ours
            when ours.getName().startsWith("dev.porteclef.") && handed.add(ours) -> {
                if (ours.isRecord()) {
                    Arrays.stream(ours.getRecordComponents())
                            .map(RecordComponent::getGenericType)
                            .forEach(part -> add(part, handed));
                }
                if (ours.isSealed()) {
                    Stream.of(ours.getPermittedSubclasses()).forEach(one -> add(one, handed));
                }
            }
            default -> {
                // Of the language, or seen already.
            }
        }
    }
}
