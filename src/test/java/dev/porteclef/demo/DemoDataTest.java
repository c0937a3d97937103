package dev.porteclef.demo;

import static dev.porteclef.demo.MadeUpWorld.plan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.testing.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/// How much is made up, how it is spread, that it can be made again, and what it leaves alone.
class DemoDataTest {

    private static final String[] TABLES = {
        "account", "account_role", "mail_declined", "exchange_key", "key_check", "journey"
    };

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void as_much_is_made_as_was_asked_for_and_nothing_secret(TestDatabase make) throws Exception {
        var world = new MadeUpWorld(make.fresh());

        var made = world.make(plan(1_000, 7));

        assertThat(made.customers()).isEqualTo(100).isEqualTo(world.count("account"));
        assertThat(made.keys()).isEqualTo(1_000).isEqualTo(world.count("exchange_key"));
        assertThat(made.checks()).isBetween(5_980L, 6_000L).isEqualTo(world.count("key_check"));
        assertThat(world.count("account_role where role = 'CUSTOMER'")).isEqualTo(100);
        assertThat(world.count("key_secret")).isZero();
        assertThat(world.count("data_keyset")).isZero();
        assertThat(world.count("exchange_key where environment <> 'PRACTICE'")).isZero();
        assertThat(world.count("account where email not like '%.example' and email not like '%@example.%'"))
                .isZero();
        assertThat(world.count("scheduled_tasks")).isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void most_keys_are_green_and_what_is_wrong_comes_in_bursts(TestDatabase make) throws Exception {
        var world = new MadeUpWorld(make.fresh());

        world.make(plan(3_000, 11));

        assertThat(world.count("exchange_key where life = 'ACTIVE' and verdict = 'ACCEPTED' and harmlessness = 'PROVEN'"
                        + " and no_verdict is null and doubted_at is null"))
                .isBetween(2_200, 2_600);
        for (var facet : new String[] {
            "life = 'DRAFT'",
            "life = 'PAUSED'",
            "life = 'REPLACED'",
            "life = 'REVOKED'",
            "life = 'REFUSED'",
            "pause_reason = 'CUSTOMER'",
            "pause_reason = 'LEAK'",
            "pause_reason = 'WITHDRAW'",
            "verdict = 'MISSING_PERMISSION'",
            "verdict = 'CREDENTIALS_REJECTED' and verdict_code = '10100'",
            "verdict = 'NONCE_CONFLICT' and verdict_code = '10114'",
            "verdict is null",
            "no_verdict = 'MAINTENANCE' and verdict = 'ACCEPTED'",
            "harmlessness = 'FORBIDDEN'",
            "harmlessness = 'CANNOT_BE_PROVEN' and verdict = 'ACCEPTED'",
            "harmlessness = 'MORE_THAN_NEEDED'",
            "doubted_at is not null and verdict = 'ACCEPTED'",
            "refused_since < verdict_at",
            "replaces is not null"
        }) {
            assertThat(world.count("exchange_key where " + facet)).as(facet).isPositive();
        }
        assertIncidents(world);
        assertThat(world.count("(select owner from exchange_key group by owner having count(*) > 25) many"))
                .as("a few customers with many keys")
                .isBetween(1, 60);
        assertThat(world.count("(select distinct strategy from exchange_key) strategies"))
                .isGreaterThan(4);
        assertThat(world.count("(select distinct program from exchange_key) programs"))
                .isGreaterThan(3);
        assertThat(world.count("account where language = 'fr'")).isBetween(90, 180);
    }

    /// What the console is asked for: keys whose cause is the IP list since this morning.
    private static void assertIncidents(MadeUpWorld world) {
        var listed = "exchange_key where cause = 'ADDRESS_NOT_LISTED' and headline_since";
        assertThat(world.count(listed + " >= timestamp with time zone '2026-11-30 06:30:00Z'"))
                .isBetween(50, 120);
        assertThat(world.count(listed + " < timestamp with time zone '2026-11-30 06:30:00Z'"))
                .as("yesterday, or by itself")
                .isBetween(10, 70);
        assertThat(world.count("(select distinct exchange from " + listed + " is not null) hit"))
                .isOne();
        for (var headline : new String[] {"IP_NOT_ALLOWED", "CREDENTIALS_REJECTED"}) {
            assertThat(world.count("exchange_key where cause = 'ADDRESS_NOT_LISTED' and headline = '" + headline + "'"))
                    .as(headline)
                    .isBetween(15, 140);
        }
        assertThat(world.count("key_check where verdict = 'IP_NOT_ALLOWED' and at < timestamp with time zone"
                        + " '2026-11-30 06:30:00Z'"))
                .as("this morning, not before")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nothing_is_younger_than_the_watch_looks_back_nor_older_than_its_key(TestDatabase make) throws Exception {
        var world = new MadeUpWorld(make.fresh());

        world.make(plan(1_000, 3));

        assertThat(world.count("key_check where at > timestamp with time zone '2026-11-30 10:30:00Z'"))
                .isZero();
        assertThat(world.count("key_check join exchange_key on exchange_key.id = key_check.key_id"
                        + " where key_check.at < exchange_key.created_at"))
                .isZero();
        assertThat(world.count("exchange_key where checked_at <> (select max(at) from key_check"
                        + " where key_id = exchange_key.id)"))
                .isZero();
        assertThat(world.count("exchange_key join account on account.id = exchange_key.owner"
                        + " where exchange_key.created_at < account.created_at"))
                .isZero();
        assertThat(world.count("exchange_key where not exists (select 1 from account where id = owner)"))
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_same_seed_gives_the_same_rows_and_another_others(TestDatabase make) throws Exception {
        var one = new MadeUpWorld(make.fresh());
        var two = new MadeUpWorld(make.fresh());
        var other = new MadeUpWorld(make.fresh());

        one.make(plan(200, 5));
        two.make(plan(200, 5));
        other.make(plan(200, 6));

        for (var table : new String[] {"console_failure_day", "console_latency_day"}) {
            assertThat(two.rows(table, "1, 2, 3, 4"))
                    .as(table)
                    .isNotEmpty()
                    .isEqualTo(one.rows(table, "1, 2, 3, 4"))
                    .isNotEqualTo(other.rows(table, "1, 2, 3, 4"));
        }
        for (var table : TABLES) {
            assertThat(two.rows(table, "1, 2")).as(table).isNotEmpty().isEqualTo(one.rows(table, "1, 2"));
            assertThat(other.rows(table, "1, 2")).as(table).doesNotContainAnyElementsOf(one.rows(table, "1, 2"));
        }
    }

    /// Sets have no order that outlasts a process: without one of their own the rows would differ from run to run.
    @Test
    void rights_stand_in_one_order() throws Exception {
        var world = new MadeUpWorld(TestDatabase.H2.fresh());

        world.make(plan(50, 1));

        assertThat(world.reports())
                .extracting(DemoDataTest::rights)
                .anySatisfy(rights -> assertThat(rights).hasSizeGreaterThan(5))
                .allSatisfy(rights -> assertThat(rights).isSorted());
    }

    /// The names of the rights that a report lists, in its order.
    private static List<String> rights(String report) {
        return List.copyOf(
                JsonMapper.shared().readTree(report).at("/granted/scopes").propertyNames());
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void made_again_only_what_was_made_up_goes(TestDatabase make) throws Exception {
        var world = new MadeUpWorld(make.fresh());
        world.signUp();
        world.make(plan(300, 1));
        assertThatThrownBy(() -> world.refuseMixing(false, false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("holds made-up data already; --again removes it first");
        assertThatCode(() -> world.refuseMixing(true, false)).doesNotThrowAnyException();

        world.make(plan(100, 2));

        assertThat(world.count("exchange_key")).isEqualTo(100);
        assertThat(world.count("key_check")).isBetween(580, 600);
        assertThat(world.count("account")).isEqualTo(11);
        assertThat(world.count("account where email = 'real@customer.example'")).isOne();
        assertThat(world.count("account_role")).isEqualTo(10);
        assertThat(world.count("mail_declined")).isEqualTo(10);
        assertThat(world.count("journey")).isEqualTo(3);
        assertThat(world.sum("calls", "console_latency_day"))
                .as("none of what was made up before")
                .isLessThanOrEqualTo(600);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void ways_and_days_are_those_of_the_keys_and_checks(TestDatabase make) throws Exception {
        var world = new MadeUpWorld(make.fresh());

        world.make(plan(3_000, 11));

        assertThat(world.count("journey")).isEqualTo(100);
        for (var step : new String[] {
            "form_at is null",
            "guide_at is null",
            "form_at is not null and checked_at is null",
            "checked_at is not null and green_at is null",
            "green_at = checked_at",
            "green_at > checked_at"
        }) {
            assertThat(world.count("journey where " + step)).as(step).isPositive();
        }
        assertThat(world.count("journey where began_at < timestamp with time zone '2026-11-01 00:00:00Z'"))
                .as("before the longest period that is shown")
                .isZero();
        assertThat(world.count("journey join account on account.id = owner where created_at < guide_at"))
                .isZero();
        assertThat(world.count("journey where checked_at is not null and checked_at <> (select min(at) from key_check"
                        + " join exchange_key on exchange_key.id = key_id where exchange_key.owner = journey.owner"
                        + " and key_check.no_verdict is null)"))
                .as("the first check that says something")
                .isZero();
        var recent = "key_check where at > timestamp with time zone '2026-09-01 11:30:00Z'";
        assertThat(world.sum("keys", "console_failure_day"))
                .isBetween(
                        world.count(recent.replace("key_check", "exchange_key").replace("at >", "headline_since >")
                                + " and headline in ('CREDENTIALS_REJECTED', 'IP_NOT_ALLOWED', 'NONCE_CONFLICT',"
                                + " 'MISSING_PERMISSION')"),
                        1_000);
        assertThat(world.sum("calls", "console_latency_day"))
                .as("all calls that were answered")
                .isBetween(world.count(recent) * 9 / 10, world.count(recent));
        assertThat(world.count("console_failure_day where not made_up")).isZero();
        assertThat(world.count("key_check where took is not null or failed_as is not null"))
                .as("what would be counted once more")
                .isZero();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_production_with_customers_is_left_alone(TestDatabase make) throws Exception {
        var world = new MadeUpWorld(make.fresh());
        assertThatCode(() -> world.refuseMixing(false, true)).doesNotThrowAnyException();
        world.signUp();

        for (var again : new boolean[] {false, true}) {
            assertThatThrownBy(() -> world.refuseMixing(again, true))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("accounts that are not made up");
        }
        assertThatCode(() -> world.refuseMixing(false, false)).doesNotThrowAnyException();
    }
}
