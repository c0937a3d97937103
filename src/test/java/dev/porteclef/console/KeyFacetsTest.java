package dev.porteclef.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.key.KeyId;
import dev.porteclef.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What the list of all keys leaves out, on both databases.
@Timeout(120)
class KeyFacetsTest {

    private static final Instant NOW = ListedKeys.NOW;

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void every_facet_leaves_only_what_is_asked_for(TestDatabase server) {
        var world = new ListedKeys(server);
        var owner = world.stated().customer();
        var usual = world.stated().key(owner).write();
        var one = Map.<String, KeyId>ofEntries(
                Map.entry(
                        "headline=nonce-conflict",
                        world.stated()
                                .key(owner)
                                .with("headline", "NONCE_CONFLICT")
                                .write()),
                Map.entry(
                        "cause=address-not-listed",
                        world.stated()
                                .key(owner)
                                .with("cause", "ADDRESS_NOT_LISTED")
                                .write()),
                Map.entry(
                        "code=10114",
                        world.stated().key(owner).with("verdict_code", "10114").write()),
                Map.entry(
                        "exchange=kraken",
                        world.stated().key(owner).with("exchange", "kraken").write()),
                Map.entry(
                        "kind=practice",
                        world.stated()
                                .key(owner)
                                .with("environment", "PRACTICE")
                                .write()),
                Map.entry(
                        "strategy=margin",
                        world.stated()
                                .key(owner)
                                .with("strategy", "margin+transfers")
                                .write()),
                Map.entry(
                        "proof=cannot-be-proven",
                        world.stated()
                                .key(owner)
                                .with("harmlessness", "CANNOT_BE_PROVEN")
                                .write()),
                Map.entry(
                        "life=revoked",
                        world.stated().key(owner).with("life", "REVOKED").write()),
                Map.entry(
                        "rotation=overdue",
                        world.stated()
                                .key(owner)
                                .with("created_at", NOW.minus(Duration.ofDays(90)))
                                .write()),
                Map.entry(
                        "rotation=due",
                        world.stated()
                                .key(owner)
                                .with("created_at", NOW.minus(Duration.ofDays(80)))
                                .write()),
                Map.entry(
                        "since=2026-11-30T09:00:00Z",
                        world.stated()
                                .key(owner)
                                .with("headline_since", NOW.minus(Duration.ofHours(3)))
                                .write()));
        one.forEach((facet, key) -> {
            var parts = facet.split("=", 2);
            assertThat(world.ids(Map.of(parts[0], parts[1]))).as(facet).containsExactly(key);
        });
        assertThat(world.ids(Map.of())).hasSize(12).contains(usual);
        assertThat(world.ids(Map.of("headline", "accepted", "life", "active", "rotation", "fine", "kind", "live")))
                .as("facets together")
                .contains(usual)
                .doesNotContain(one.get("life=revoked"), one.get("rotation=due"), one.get("kind=practice"));
        assertThat(world.ids(Map.of("headline", "accepted,nonce-conflict"))).hasSize(12);
        assertThat(world.ids(Map.of("strategy", "marg"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_text_is_found_in_labels_and_addresses_to_the_letter(TestDatabase server) {
        var world = new ListedKeys(server);
        var anna = world.stated().customer("anna.dupont@example.com", "fr");
        var ben = world.stated().customer("ben@example.org", "en");
        var first = world.stated().key(anna).with("label", "Grid 100%").write();
        var second = world.stated().key(ben).with("label", "GRID_two").write();
        assertThat(world.ids(Map.of("find", "grid"))).containsExactlyInAnyOrder(first, second);
        assertThat(world.ids(Map.of("find", "DUPONT"))).containsExactly(first);
        assertThat(world.ids(Map.of("find", "100%"))).containsExactly(first);
        assertThat(world.ids(Map.of("find", "d_t"))).containsExactly(second);
        assertThat(world.ids(Map.of("find", "g_id"))).as("no wildcard").isEmpty();
        assertThat(world.ids(Map.of("find", "example.org", "headline", "accepted")))
                .containsExactly(second);
        assertThat(world.ids(Map.of("find", "gr")))
                .as("too short to be looked for")
                .hasSize(2);
        var line = world.page(QueryText.read(Map.of("find", "dupont")), null, 1)
                .lines()
                .getFirst();
        assertThat(line.customer()).isEqualTo("anna.dupont@example.com");
        assertThat(line.language().tag()).isEqualTo("fr");
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_text_that_many_have_is_found_along_the_way(TestDatabase server) {
        var world = new ListedKeys(server);
        var owner = world.stated().customer("many@example.com", "en");
        world.stated().key(owner).with("label", "MyBot 1").write();
        var series = server == TestDatabase.H2 ? "system_range(1, 2100)" : "generate_series(1, 2100)";
        world.jdbi()
                .useHandle(handle -> handle.execute("""
                insert into exchange_key (id, version, owner, exchange, environment, label, strategy, program, life, tail,
                    secret_version, harmlessness, checked_at, report, created_at, life_since, headline, headline_since)
                select %s, version, owner, exchange, environment, label, strategy, program, life, tail,
                    secret_version, harmlessness, checked_at, report, created_at, life_since, headline, headline_since
                from exchange_key, %s
                """.formatted(
                                server == TestDatabase.H2 ? "random_uuid()" : "gen_random_uuid()", series + " n")));
        var rare = world.stated()
                .key(world.stated().customer())
                .with("label", "Other")
                .write();
        var common = QueryText.read(Map.of("find", "mybot"));
        assertThat(world.page(common, null, 50).lines())
                .hasSize(50)
                .extracting(KeyLine::label)
                .containsOnly("MyBot 1");
        assertThat(world.page(QueryText.read(Map.of("find", "many@")), null, 50).lines())
                .hasSize(50);
        assertThat(world.ids(Map.of("find", "other"))).containsExactly(rare);
        assertThat(world.count(common)).isEqualTo(new Sum(1_000, true));
        assertThat(world.count(QueryText.read(Map.of("find", "other")))).isEqualTo(new Sum(1, false));
    }
}
