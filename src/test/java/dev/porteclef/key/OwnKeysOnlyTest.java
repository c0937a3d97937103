package dev.porteclef.key;

import static dev.porteclef.key.KeyFixture.newKey;
import static dev.porteclef.key.KeyFixture.pair;
import static dev.porteclef.key.KeyFixture.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.testing.SignedIn;
import dev.porteclef.testing.TestDatabase;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

/// Every way into the services of keys, those that will be added included: for customers only, and for each only to
/// own keys.
@Timeout(60)
class OwnKeysOnlyTest {

    private static final KeyFixtures FIXTURES = new KeyFixtures();

    private final SignedInUser customer = person(Role.CUSTOMER);

    @AfterAll
    static void stop() {
        FIXTURES.close();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void whoever_is_no_customer_is_refused_everything(TestDatabase database) throws Exception {
        var fixture = FIXTURES.on(database);
        var key = connected(fixture);
        var before = everythingOf(fixture, key);
        for (var way : waysIn()) {
            try (var _ = SignedIn.as(person(Role.SUPPORT, Role.EDITOR, Role.ADMIN))) {
                assertThatThrownBy(() -> go(fixture, way, key))
                        .as(way.toString())
                        .isInstanceOf(AccessDeniedException.class);
            }
            assertThatThrownBy(() -> go(fixture, way, key))
                    .as(way.toString())
                    .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        }
        assertThat(everythingOf(fixture, key)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void somebody_elses_key_is_neither_found_nor_touched(TestDatabase database) throws Throwable {
        var fixture = FIXTURES.on(database);
        var key = connected(fixture);
        try (var _ = SignedIn.as(customer)) {
            fixture.upkeep().tickLeakStep(key.id(), LeakStep.REVIEWED, true);
        }
        var before = everythingOf(fixture, key);
        var stranger = person(Role.CUSTOMER);
        for (var way : waysIn()) {
            try (var _ = SignedIn.as(stranger)) {
                assertThat(String.valueOf(go(fixture, way, key)))
                        .as(way.toString())
                        .doesNotContain(key.id().toString(), key.label(), "REVIEWED");
            }
            assertThat(everythingOf(fixture, key)).as(way.toString()).isEqualTo(before);
        }
    }

    private ExchangeKey connected(KeyFixture fixture) {
        try (var _ = SignedIn.as(customer);
                var credentials = pair(newKey())) {
            var outcome = fixture.keys().connect(KeyFixture.draft("Only mine"), credentials, null, _ -> {});
            return ((ConnectOutcome.Connected) outcome).key();
        }
    }

    private List<String> everythingOf(KeyFixture fixture, ExchangeKey key) {
        try (var _ = SignedIn.as(customer)) {
            return List.of(
                    fixture.keys().own().toString(),
                    fixture.upkeep().history(key.id()).toString(),
                    fixture.upkeep().leakSteps(key.id()).toString(),
                    fixture.sealed(key.id()).toString(),
                    fixture.acts(customer.id()).toString());
        }
    }

    private static List<Method> waysIn() {
        var ways = Stream.of(ExchangeKeys.class, KeyUpkeep.class)
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .toList();
        assertThat(ways).hasSizeGreaterThan(15);
        return ways;
    }

    /// Calls `way` about `key`; a credential that it wants is new.
    private static Object go(KeyFixture fixture, Method way, ExchangeKey key) throws Throwable {
        var arguments = Arrays.stream(way.getParameterTypes())
                .map(type -> argument(type, key))
                .toArray();
        var service = way.getDeclaringClass() == KeyUpkeep.class ? fixture.upkeep() : fixture.keys();
        try {
            return way.invoke(service, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object argument(Class<?> type, ExchangeKey key) {
        if (type == KeyId.class) {
            return key.id();
        }
        if (type == KeyDraft.class) {
            return KeyFixture.draft("Another");
        }
        if (type == Credentials.class) {
            return pair(newKey());
        }
        if (type == Consumer.class) {
            return (Consumer<Object>) _ -> {};
        }
        if (type == Strategy.class) {
            return Strategy.of("margin");
        }
        if (type == LeakStep.class) {
            return LeakStep.DELETED_THERE;
        }
        if (type == boolean.class) {
            return true;
        }
        if (type == String.class) {
            return "Taken";
        }
        throw new AssertionError("no argument known for " + type);
    }
}
