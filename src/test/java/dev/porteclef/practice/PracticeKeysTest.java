package dev.porteclef.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.audit.Act;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.platform.secret.SecretAccess;
import dev.porteclef.platform.security.Role;
import dev.porteclef.practice.PracticeKeyOutcome.BadLabel;
import dev.porteclef.practice.PracticeKeyOutcome.InvalidAddress;
import dev.porteclef.practice.PracticeKeyOutcome.NoAddress;
import dev.porteclef.practice.PracticeKeyOutcome.TooManyAddresses;
import dev.porteclef.practice.PracticeKeyOutcome.TooManyKeys;
import dev.porteclef.practice.PracticeKeyOutcome.WrongCode;
import dev.porteclef.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;

class PracticeKeysTest {

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_new_key_can_be_told_from_a_real_one_and_is_listed_without_its_secret(TestDatabase server) {
        try (var practice = new PracticeFixture(server)) {
            var owner = PracticeFixture.signIn(Role.CUSTOMER);
            var draft = new PracticeKeyDraft(
                    " my bot ",
                    Set.of("orders.read", "wallets.read"),
                    "10.0.0.1, 2001:DB8::1",
                    false,
                    practice.keys().code());

            var made = practice.create(draft);

            assertThat(made.apiKey()).matches("practice_[A-Za-z0-9_-]{34}");
            assertThat(made.secret().reveal(SecretAccess.granted())).matches("[A-Za-z0-9_-]{43}");
            assertThat(made.toString()).doesNotContain(made.apiKey());
            assertThat(practice.keys().own()).singleElement().satisfies(key -> {
                assertThat(key.id()).isEqualTo(made.id());
                assertThat(key.label()).isEqualTo("my bot");
                assertThat(key.lastFour()).isEqualTo(made.apiKey().substring(39));
                assertThat(key.boxes()).containsExactlyInAnyOrder("orders.read", "wallets.read");
                assertThat(key.addresses()).containsExactly("10.0.0.1", "2001:db8:0:0:0:0:0:1");
                assertThat(key.funded()).isFalse();
            });
            assertThat(practice.journal.entries).singleElement().satisfies(entry -> {
                assertThat(entry.act()).isEqualTo(Act.PRACTICE_KEY_CREATED);
                assertThat(entry.subject()).isEqualTo(owner);
                assertThat(entry.object()).isEqualTo(made.id().value());
            });
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void the_database_holds_neither_key_nor_secret(TestDatabase server) {
        try (var practice = new PracticeFixture(server)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var made = practice.create(practice.draft());
            var stored = practice.database
                    .jdbi()
                    .withHandle(handle ->
                            handle.createQuery("select * from practice_key").mapToMap().one().values().stream()
                                    .map(value -> value instanceof byte[] bytes
                                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                                            : String.valueOf(value))
                                    .collect(Collectors.joining("\n")));
            assertThat(stored)
                    .contains(made.id().toString())
                    .doesNotContain(made.apiKey())
                    .doesNotContain(made.secret().reveal(SecretAccess.granted()));
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_key_that_cannot_be_recorded_is_not_made(TestDatabase server) {
        try (var practice = new PracticeFixture(server)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            practice.journal.failing = true;
            var draft = practice.draft();
            assertThatThrownBy(() -> practice.create(draft)).hasMessage("the record is full");
            assertThat(practice.keys().own()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void nobody_sees_or_deletes_the_key_of_another(TestDatabase server) {
        try (var practice = new PracticeFixture(server)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var made = practice.create(practice.draft());

            PracticeFixture.signIn(Role.CUSTOMER);
            assertThat(practice.keys().own()).isEmpty();
            assertThat(practice.keys().delete(made.id())).isFalse();
            assertThat(rows(practice)).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void a_deleted_key_is_gone(TestDatabase server) {
        try (var practice = new PracticeFixture(server)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var made = practice.create(practice.draft());
            assertThat(practice.keys().delete(made.id())).isTrue();
            assertThat(practice.keys().delete(made.id())).isFalse();
            assertThat(rows(practice)).isZero();
        }
    }

    @Test
    void drafts_are_refused_with_the_reason() {
        try (var practice = new PracticeFixture(TestDatabase.H2)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            var code = practice.keys().code();
            var twentyOne =
                    IntStream.rangeClosed(1, 21).mapToObj(i -> "10.0.0." + i).collect(Collectors.joining(","));
            var keys = practice.keys();

            assertThat(keys.create(new PracticeKeyDraft("  ", Set.of(), null, true, code)))
                    .isEqualTo(new BadLabel(64));
            assertThat(keys.create(new PracticeKeyDraft("a\0b", Set.of(), null, true, code)))
                    .isEqualTo(new BadLabel(64));
            assertThat(keys.create(new PracticeKeyDraft("x".repeat(65), Set.of(), null, true, code)))
                    .isEqualTo(new BadLabel(64));
            assertThat(keys.create(practice.listing(" , "))).isEqualTo(new NoAddress());
            assertThat(keys.create(practice.listing("10.0.0.1, 10.0.0.0/8")))
                    .isEqualTo(new InvalidAddress("10.0.0.0/8"));
            assertThat(keys.create(practice.listing(twentyOne))).isEqualTo(new TooManyAddresses(20));
            assertThat(keys.create(new PracticeKeyDraft("bot", Set.of(), null, true, "12345x")))
                    .isEqualTo(new WrongCode());
            assertThatThrownBy(() -> keys.create(practice.draft("orders.everything")))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(keys.own()).isEmpty();
            assertThat(practice.journal.entries).isEmpty();
        }
    }

    @Test
    void a_person_has_fifty_keys_at_most() {
        try (var practice = new PracticeFixture(TestDatabase.H2)) {
            PracticeFixture.signIn(Role.CUSTOMER);
            for (int i = 0; i < 50; i++) {
                practice.create(practice.draft());
            }
            assertThat(practice.keys().create(practice.draft())).isEqualTo(new TooManyKeys(50));
        }
    }

    @Test
    void only_customers_may() {
        try (var practice = new PracticeFixture(TestDatabase.H2)) {
            PracticeFixture.signIn(Role.SUPPORT);
            assertThatThrownBy(() -> practice.keys().own()).isInstanceOf(AccessDeniedException.class);
            assertThatThrownBy(() -> practice.keys().code()).isInstanceOf(AccessDeniedException.class);
        }
    }

    @Test
    void in_production_there_is_nothing_of_it() {
        try (var production = new PracticeFixture(TestDatabase.H2, "prod");
                var demo = new PracticeFixture(TestDatabase.H2)) {
            assertThat(production.has(PracticeKeys.class)).isFalse();
            assertThat(production.has(PracticeEndpoint.class)).isFalse();
            assertThat(demo.has(PracticeKeys.class)).isTrue();
            assertThat(demo.has(PracticeEndpoint.class)).isTrue();
        }
    }

    private static int rows(PracticeFixture practice) {
        return practice.database
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from practice_key")
                        .mapTo(Integer.class)
                        .one());
    }
}
