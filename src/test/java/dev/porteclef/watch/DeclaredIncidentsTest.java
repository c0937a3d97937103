package dev.porteclef.watch;

import static dev.porteclef.exchange.bitfinex.StagedBitfinex.PERMISSIONS;
import static dev.porteclef.exchange.bitfinex.StagedBitfinex.WITHOUT_ORDERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.Outcome;
import dev.porteclef.exchange.bitfinex.StagedBitfinex;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.key.Headline;
import dev.porteclef.key.KeyWorld;
import dev.porteclef.key.LikelyCause;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.testing.TestDatabase;
import dev.porteclef.verification.Cause;
import dev.porteclef.watch.DeclareOutcome.Fault;
import dev.porteclef.watch.DeclaredIncident.Ending;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What agents declare, and how it ends, on both databases.
@Timeout(120)
class DeclaredIncidentsTest {

    private static final Trouble NO_ORDERS =
            new Trouble(Headline.MISSING_PERMISSION, null, StagedBitfinex.ID, Environment.PRACTICE);

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void one_at_a_time_is_declared_and_ends_by_itself_once_the_keys_have_recovered(TestDatabase database) {
        try (var world = new DeclaredWorld(database)) {
            var own = stumbled(world.keys, 11);
            assertThat(world.<Reach>asAgent(desk -> desk.reach(NO_ORDERS))).isEqualTo(new Reach(11, 11));
            assertThat(world.declare(NO_ORDERS)).isInstanceOf(DeclareOutcome.Declared.class);
            assertThat(world.declare(NO_ORDERS)).isEqualTo(new DeclareOutcome.AlreadyOpen());
            assertThat(world.open()).singleElement().satisfies(one -> {
                assertThat(one.trouble()).isEqualTo(NO_ORDERS);
                assertThat(one.texts()).isEqualTo(DeclaredWorld.TEXTS);
                assertThat(one.declaredBy()).isEqualTo(world.agent.id());
                assertThat(one.since()).isEqualTo(world.keys.clock().instant());
            });

            recover(world, own.subList(0, 9));
            world.round().look();
            assertThat(world.open())
                    .as("two of eleven are still more than a tenth")
                    .singleElement()
                    .satisfies(one -> {
                        assertThat(one.affected()).isEqualTo(2);
                        assertThat(one.peak()).isEqualTo(11);
                    });
            recover(world, own.subList(9, 10));
            var node = world.round();
            world.round().look();
            node.look();
            assertThat(world.open()).isEmpty();
            assertThat(world.asAgent(DeclaredIncidents::ended))
                    .singleElement()
                    .extracting(one -> Objects.requireNonNull(one.ended()))
                    .isEqualTo(new DeclaredIncident.End(world.keys.clock().instant(), Ending.RECOVERED, null));
            assertThat(world.record())
                    .as("once, whichever node saw it")
                    .containsExactly("INCIDENT_DECLARED by " + world.agent.id(), "INCIDENT_ENDED by null");

            world.keys.clock().turnBy(Duration.ofDays(8));
            assertThat(world.asAgent(DeclaredIncidents::ended)).isEmpty();
            assertThat(world.declare(NO_ORDERS))
                    .as("what is over can begin again")
                    .isInstanceOf(DeclareOutcome.Declared.class);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_comes_later_belongs_to_it_and_what_does_not_change_for_a_week_is_over(TestDatabase database) {
        try (var world = new DeclaredWorld(database)) {
            stumbled(world.keys, 2);
            world.declare(NO_ORDERS);
            world.keys.clock().turnBy(Duration.ofDays(6));
            var later = stumbled(world.keys, 3);
            world.round().look();
            assertThat(world.open()).extracting(DeclaredIncident::peak).containsExactly(5);
            recover(world, later);
            world.round().look();
            assertThat(world.open()).extracting(DeclaredIncident::affected).containsExactly(2);

            world.keys.clock().turnBy(Duration.ofDays(7).minusSeconds(1));
            world.round().look();
            assertThat(world.open()).hasSize(1);
            world.keys.clock().turnBy(Duration.ofSeconds(1));
            world.round().look();
            assertThat(world.asAgent(DeclaredIncidents::ended))
                    .extracting(one -> Objects.requireNonNull(one.ended()).ending())
                    .containsExactly(Ending.STALE);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void keys_whose_cause_only_has_another_name_by_now_have_not_recovered(TestDatabase database) {
        try (var world = new DeclaredWorld(database)) {
            var own = stumbled(world.keys, 6);
            assertThat(world.declare(NO_ORDERS)).isInstanceOf(DeclareOutcome.Declared.class);
            world.round().look();
            world.keys.jdbi().useHandle(handle -> handle.execute("update exchange_key set headline = 'DOUBTED'"));
            world.round().look();
            assertThat(world.open()).as("amiss in another way").hasSize(1);
            recover(world, own);
            world.round().look();
            assertThat(world.open()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void an_agent_ends_it_once(TestDatabase database) {
        try (var world = new DeclaredWorld(database)) {
            stumbled(world.keys, 1);
            world.declare(NO_ORDERS);
            var id = world.open().getFirst().id();
            assertThat(world.<Boolean>asAgent(desk -> desk.end(id))).isTrue();
            assertThat(world.<Boolean>asAgent(desk -> desk.end(id))).isFalse();
            world.round().look();
            assertThat(world.asAgent(DeclaredIncidents::ended))
                    .extracting(DeclaredIncident::ended)
                    .containsExactly(
                            new DeclaredIncident.End(world.keys.clock().instant(), Ending.BY_HAND, world.agent.id()));
            assertThat(world.record())
                    .containsExactly(
                            "INCIDENT_DECLARED by " + world.agent.id(), "INCIDENT_ENDED by " + world.agent.id());
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nothing_is_told_by_half_nor_with_a_secret_nor_about_nobody(TestDatabase database) {
        try (var world = new DeclaredWorld(database)) {
            stumbled(world.keys, 1);
            assertThat(refused(world, new IncidentTexts("  ", "x".repeat(501))))
                    .isEqualTo(Map.of(Language.ENGLISH, Fault.MISSING, Language.FRENCH, Fault.TOO_LONG));
            assertThat(refused(world, new IncidentTexts("Use " + KeyWorld.SECRET, "Il manque une case.")))
                    .isEqualTo(Map.of(Language.ENGLISH, Fault.HOLDS_SECRET));
            var otherExchangeKind = new Trouble(Headline.MISSING_PERMISSION, null, StagedBitfinex.ID, Environment.LIVE);
            var otherCause = new Trouble(
                    Headline.MISSING_PERMISSION,
                    LikelyCause.of(Outcome.MAINTENANCE.name()).orElseThrow(),
                    StagedBitfinex.ID,
                    Environment.PRACTICE);
            var fine = new Trouble(Headline.ACCEPTED, null, StagedBitfinex.ID, Environment.PRACTICE);
            world.keys.customersWithAKey(1);
            for (var nobodys : List.of(otherExchangeKind, otherCause, fine)) {
                assertThat(world.declare(nobodys)).isEqualTo(new DeclareOutcome.NobodyAffected());
            }
            assertThat(world.open()).isEmpty();
            assertThat(world.record()).isEmpty();
        }
    }

    private static Map<Language, Fault> refused(DeclaredWorld world, IncidentTexts texts) {
        return ((DeclareOutcome.Unfit) world.<DeclareOutcome>asAgent(desk -> desk.declare(NO_ORDERS, texts))).faults();
    }

    static Stream<Trouble> everything_that_can_be_amiss() {
        var bare = Arrays.stream(Headline.values())
                .map(headline -> new Trouble(headline, null, StagedBitfinex.ID, Environment.LIVE))
                .filter(Trouble::isAmiss);
        var caused = LikelyCause.all().stream()
                .map(cause -> new Trouble(
                        Arrays.stream(Cause.values()).anyMatch(one -> one.name().equals(cause.name()))
                                ? Headline.CREDENTIALS_REJECTED
                                : Headline.LAST_VERDICT_STAYS,
                        cause,
                        StagedBitfinex.ID,
                        Environment.LIVE));
        return Stream.concat(bare, caused);
    }

    @ParameterizedTest
    @MethodSource("everything_that_can_be_amiss")
    void a_sentence_is_ready_for_whatever_is_amiss(Trouble trouble) {
        for (var language : Language.values()) {
            assertThat(new Texts().get(language, trouble.readyKey(), "Bitfinex (entraînement)"))
                    .contains("Bitfinex")
                    .hasSizeBetween(60, IncidentTexts.LONGEST);
        }
    }

    /// New keys from which a box was taken.
    static List<ExchangeKey> stumbled(KeyWorld world, int number) {
        world.bitfinex().reset();
        var own = world.customersWithAKey(number);
        world.bitfinex().answer(PERMISSIONS, 200, WITHOUT_ORDERS);
        own.forEach(world::checkInPerson);
        return own;
    }

    private static void recover(DeclaredWorld world, List<ExchangeKey> keys) {
        world.keys.bitfinex().reset();
        keys.forEach(world.keys::checkInPerson);
    }
}
