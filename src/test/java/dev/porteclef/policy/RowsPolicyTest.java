package dev.porteclef.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.exchange.Strategy;
import dev.porteclef.key.ExchangeKeys;
import dev.porteclef.key.KeyDraft;
import dev.porteclef.key.KeyDrafts;
import dev.porteclef.key.KeyId;
import dev.porteclef.key.KeyUpkeep;
import dev.porteclef.key.LeakStep;
import dev.porteclef.key.ui.PracticedKeys;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.policy.Actor.People;
import dev.porteclef.policy.Services.Service;
import dev.porteclef.practice.PracticeKeyId;
import dev.porteclef.practice.PracticeKeys;
import dev.porteclef.support.SupportRequests;
import dev.porteclef.testing.ViewTest;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.security.core.context.SecurityContextHolder;

/// Whatever a customer's service is told to do to a row of another customer: it answers as if the row were not there,
/// and the row, and all others that name it or its owner, stay as they are.
@Timeout(300)
class RowsPolicyTest extends ViewTest {

    private static final Set<Class<?>> IDS = Set.of(KeyId.class, PracticeKeyId.class, UUID.class);

    @Autowired
    private ConfigurableListableBeanFactory beans;

    @Autowired
    private ExchangeCatalogue catalogue;

    @Autowired
    private ExchangeKeys keys;

    @Autowired
    private KeyDrafts drafts;

    @Autowired
    private KeyUpkeep upkeep;

    @Autowired
    private SupportRequests requests;

    @Autowired
    private PracticeKeys practice;

    @Autowired
    private Jdbi jdbi;

    private final People people = People.make();

    @AfterEach
    void leave() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void another_customers_id_finds_nothing_and_changes_nothing() {
        people.become(Actor.CUSTOMER);
        var key = new PracticedKeys(keys, practice).connected("Not yours");
        requests.keepDraft(key.id(), "Half a question");
        drafts.keepReplacementLabel(catalogue.get(key.exchange()), key.id(), "Next one");
        upkeep.reportLeak(key.id());
        upkeep.tickLeakStep(key.id(), LeakStep.REVIEWED, true);
        var practised = practice.own().getFirst().id();
        assertThat(keys.find(key.id())).isPresent();
        people.become(Actor.OTHER);
        var services = new Services(beans)
                .guarded().stream().filter(this::isForCustomersAndTakesAnId).toList();
        var before = rows(key.id().value());
        assertThat(before).as("rows of the customer").hasSizeGreaterThan(5);
        var lines = new ArrayList<String>();
        for (var service : services) {
            lines.add(PolicyMatrix.line(service.name(), List.of(answer(service, key.id(), practised))));
            assertThat(rows(key.id().value()))
                    .as("rows after %s", service.name())
                    .isEqualTo(before);
        }
        PolicyMatrix.compare("rows", lines);
    }

    private boolean isForCustomersAndTakesAnId(Service service) {
        if (Arrays.stream(service.method().getParameterTypes()).noneMatch(IDS::contains)) {
            return false;
        }
        people.become(Actor.NOBODY);
        var isForAll = Services.ask(service).equals("yes");
        people.become(Actor.OTHER);
        return !isForAll && Services.ask(service).equals("yes");
    }

    private String answer(Service service, KeyId key, PracticeKeyId practised) {
        var arguments = Arrays.stream(service.method().getParameterTypes())
                .map(type -> argument(type, key, practised))
                .toArray();
        try {
            return told(service.method().invoke(service.bean(), arguments));
        } catch (InvocationTargetException e) {
            return Objects.requireNonNull(e.getCause()).getClass().getSimpleName();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private @Nullable Object argument(Class<?> type, KeyId key, PracticeKeyId practised) {
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        var known = Map.<Class<?>, Object>of(
                KeyId.class,
                key,
                PracticeKeyId.class,
                practised,
                UUID.class,
                key.value(),
                String.class,
                "Taken over",
                Strategy.class,
                Strategy.of("margin"),
                Instant.class,
                Instant.EPOCH,
                boolean.class,
                true,
                int.class,
                10);
        if (known.containsKey(type)) {
            return known.get(type);
        }
        if (type == Exchange.class) {
            return catalogue.get(new ExchangeId("bitfinex"));
        }
        if (type == Consumer.class) {
            return (Consumer<Object>) _ -> {};
        }
        if (type == Credentials.class) {
            return new Credentials(Map.of("apiKey", Secret.of("k".repeat(43)), "apiSecret", Secret.of("s".repeat(43))));
        }
        if (type == KeyDraft.class) {
            return new KeyDraft(
                    new ExchangeId("bitfinex"), Environment.PRACTICE, "Taken over", Strategy.of("spot"), "ours");
        }
        throw new AssertionError("no argument is known for " + type + ": add one here");
    }

    private static String told(@Nullable Object answer) {
        return switch (answer) {
            case null -> "nothing";
            case Optional<?> found -> found.map(RowsPolicyTest::told).orElse("nothing");
            case Collection<?> all -> all.isEmpty() ? "nothing" : "FOUND";
            case Map<?, ?> all -> all.isEmpty() ? "nothing" : "FOUND";
            case Boolean done -> done ? "DONE" : "nothing";
            case Enum<?> word -> word.name();
            case Record record -> record.getClass().getSimpleName();
            default -> "FOUND";
        };
    }

    /// Every row of the database in which the customer, or the key, is named.
    private Set<String> rows(UUID key) {
        var owner = people.person(Actor.CUSTOMER).id().toString();
        return jdbi.withHandle(handle -> {
            var rows = new TreeSet<String>();
            var tables = handle.createQuery("""
                            select table_name
                            from information_schema.tables
                            where table_schema = current_schema
                            """).mapTo(String.class).list();
            for (var table : tables) {
                handle
                        .createQuery("select * from \"" + table + "\"")
                        .map((row, _) -> {
                            var line = new StringBuilder(table);
                            for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                                line.append(' ').append(row.getString(column));
                            }
                            return line.toString();
                        })
                        .stream()
                        .filter(line -> line.contains(owner) || line.contains(key.toString()))
                        .forEach(rows::add);
            }
            return rows;
        });
    }
}
