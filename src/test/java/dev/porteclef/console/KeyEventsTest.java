package dev.porteclef.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.audit.Act;
import dev.porteclef.audit.AuditLogs;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.security.UserId;
import dev.porteclef.testing.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Who did what to a key, from the record of both databases.
@Timeout(60)
class KeyEventsTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_check_is_an_act_where_staff_asked_for_it(TestDatabase server) {
        var world = new ListedKeys(server);
        var owner = world.stated().customer();
        var agent = world.stated().customer("agent@example.com", "en");
        var key = world.stated().key(owner).write();
        record(world, Act.KEY_CHECKED, owner, owner, key);
        record(world, Act.KEY_CHECKED, null, owner, key);
        record(world, Act.VERDICT_CHANGED, agent, owner, key);
        record(world, Act.KEY_CHECKED, agent, owner, key);
        record(world, Act.KEY_PAUSED, owner, owner, key);
        var acts = acts(world, key);
        assertThat(acts)
                .extracting(done -> done.entry().act())
                .containsExactly(Act.KEY_PAUSED, Act.KEY_CHECKED, Act.VERDICT_CHANGED);
        assertThat(acts).extracting(KeyEvent.Done::by).last().isEqualTo("agent@example.com");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_took_the_place_of_a_key_is_named_as_long_as_it_is_there(TestDatabase server) {
        var world = new ListedKeys(server);
        var owner = world.stated().customer();
        var key = world.stated().key(owner).with("life", "REPLACED").write();
        record(world, Act.KEY_REPLACED, owner, owner, key);
        record(world, Act.KEY_PAUSED, owner, owner, key);
        assertThat(successors(world, key)).as("it is gone").containsOnly(Optional.empty());
        world.stated()
                .key(owner)
                .with("replaces", key.value())
                .with("life", "DRAFT")
                .write();
        world.stated()
                .key(owner)
                .with("replaces", key.value())
                .with("created_at", ListedKeys.NOW.plus(Duration.ofDays(1)))
                .write();
        assertThat(successors(world, key))
                .as("one that waits, and one that came later")
                .containsOnly(Optional.empty());
        var next = world.stated().key(owner).with("replaces", key.value()).write();
        assertThat(successors(world, key)).containsExactly(Optional.empty(), Optional.of(next));
    }

    private static List<Optional<KeyId>> successors(ListedKeys world, KeyId key) {
        return acts(world, key).stream()
                .map(done -> Optional.ofNullable(done.successor()))
                .toList();
    }

    private static List<KeyEvent.Done> acts(ListedKeys world, KeyId key) {
        return world.within(() -> new JdbiKeyEvents(world.jdbi())
                .acts(key, 50).stream().map(KeyEvent.Done.class::cast).toList());
    }

    private static void record(ListedKeys world, Act act, @Nullable UserId actor, UserId owner, KeyId key) {
        world.within(() -> {
            AuditLogs.on(world.jdbi(), Clock.fixed(ListedKeys.NOW, ZoneOffset.UTC))
                    .record(act, actor, owner, key.value(), Map.of());
            return true;
        });
    }
}
