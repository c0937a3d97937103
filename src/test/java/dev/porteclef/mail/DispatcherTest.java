package dev.porteclef.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.platform.i18n.Language;
import dev.porteclef.testing.TestDatabase;
import jakarta.mail.internet.MimeMessage;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.IllegalTransactionStateException;

/// From the outbox to a real mail server and what can happen on the way.
@Timeout(120)
class DispatcherTest {

    private static final Mails MAILS = new Mails();
    private static final Map<TestDatabase, MailFixture> FIXTURES = new EnumMap<>(TestDatabase.class);

    @AfterAll
    static void stop() {
        FIXTURES.values().forEach(MailFixture::close);
        MAILS.close();
    }

    private static MailFixture on(TestDatabase database) {
        return FIXTURES.computeIfAbsent(database, server -> new MailFixture(server, MAILS.server()));
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_was_put_goes_out_once(TestDatabase database) {
        var fixture = on(database);
        var customer = fixture.customer(Language.ENGLISH);
        assertThat(fixture.put(Drafts.red(fixture, customer, "once"))).isTrue();
        assertThat(fixture.put(Drafts.red(fixture, customer, "once"))).isFalse();
        fixture.dispatch();
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).hasSize(1);
        assertThat(fixture.states(customer.id())).containsExactly(MailState.SENT);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_has_not_happened_is_not_told(TestDatabase database) {
        var fixture = on(database);
        var customer = fixture.customer(Language.ENGLISH);
        fixture.transactions().executeWithoutResult(status -> {
            fixture.get(Outbox.class).put(Drafts.red(fixture, customer, "undone"));
            status.setRollbackOnly();
        });
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).isEmpty();
        assertThat(fixture.states(customer.id())).isEmpty();
        assertThatThrownBy(() -> fixture.get(Outbox.class).put(Drafts.red(fixture, customer, "outside")))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void two_nodes_at_once_send_each_mail_once(TestDatabase database) throws Exception {
        var fixture = on(database);
        var customer = fixture.customer(Language.FRENCH);
        var mails = 24;
        IntStream.range(0, mails).forEach(number -> fixture.put(Drafts.red(fixture, customer, "of many " + number)));
        var start = new CyclicBarrier(2);
        try (var other = fixture.anotherNode(MAILS.server());
                var threads = Executors.newFixedThreadPool(2)) {
            var rounds = List.of(fixture, other).stream()
                    .map(node -> threads.submit(() -> {
                        start.await(20, TimeUnit.SECONDS);
                        node.dispatch();
                        return node;
                    }))
                    .toList();
            for (var round : rounds) {
                round.get();
            }
        }
        assertThat(MAILS.to(customer.email()))
                .hasSize(mails)
                .extracting(mail -> Mails.header(mail, "Message-ID"))
                .doesNotHaveDuplicates();
        assertThat(fixture.states(customer.id())).hasSize(mails).containsOnly(MailState.SENT);
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void what_a_killed_node_had_in_hand_is_sent_by_another(TestDatabase database) {
        var fixture = on(database);
        var customer = fixture.customer(Language.ENGLISH);
        fixture.put(Drafts.red(fixture, customer, "in hand"));
        var now = fixture.clock.instant();
        var taken = fixture.transactions()
                .execute(status -> new JdbiOutbox(fixture.database.jdbi()).takeUp(now, now.plus(Dispatcher.HELD)));
        assertThat(taken).isPresent();
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).isEmpty();
        fixture.clock.turnBy(Dispatcher.HELD);
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).hasSize(1);
        // The one that was thought dead ends its work: nothing comes of it.
        new JdbiOutbox(fixture.database.jdbi()).postpone(taken.orElseThrow(), now, true);
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).hasSize(1);
    }

    @Test
    void a_mail_that_is_sent_slowly_stays_with_its_node() throws Exception {
        var fixture = on(TestDatabase.H2);
        var customer = fixture.customer(Language.ENGLISH);
        fixture.put(Drafts.red(fixture, customer, "slowly"));
        var sender = (JavaMailSenderImpl) fixture.get(JavaMailSender.class);
        var port = sender.getPort();
        try (var silent = new ServerSocket(0)) {
            sender.setPort(silent.getLocalPort());
            var sending = Thread.ofPlatform().start(fixture::dispatch);
            try (var _ = silent.accept()) {
                fixture.clock.turnBy(Dispatcher.HELD.dividedBy(2));
                fixture.get(Dispatcher.class).hold();
                fixture.clock.turnBy(Dispatcher.HELD.dividedBy(2));
                assertThat(takeUp(fixture)).as("by another node").isEmpty();
                fixture.clock.turnBy(Dispatcher.HELD);
                assertThat(takeUp(fixture)).as("of a node that is gone").isPresent();
            }
            sending.join();
        } finally {
            sender.setPort(port);
        }
    }

    private static Optional<OutboxMail> takeUp(MailFixture fixture) {
        var now = fixture.clock.instant();
        return Objects.requireNonNull(fixture.transactions()
                .execute(_ -> new JdbiOutbox(fixture.database.jdbi()).takeUp(now, now.plus(Dispatcher.HELD))));
    }

    @Test
    void a_server_that_is_down_is_tried_again_until_it_is_back() {
        var fixture = on(TestDatabase.H2);
        var customer = fixture.customer(Language.ENGLISH);
        fixture.put(Drafts.red(fixture, customer, "server down"));
        MAILS.stop();
        try {
            fixture.dispatch();
            fixture.clock.turnBy(Duration.ofMinutes(1));
            fixture.dispatch();
        } finally {
            MAILS.start();
        }
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).as("its pause is not over").isEmpty();
        fixture.clock.turnBy(Duration.ofMinutes(2));
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).hasSize(1);
        assertThat(fixture.states(customer.id())).containsExactly(MailState.SENT);
    }

    @Test
    void after_a_day_a_mail_is_given_up() {
        var fixture = on(TestDatabase.H2);
        var customer = fixture.customer(Language.ENGLISH);
        fixture.put(Drafts.red(fixture, customer, "given up"));
        var waited = Duration.ZERO;
        MAILS.stop();
        try {
            for (var attempt = 1; attempt < Pauses.ATTEMPTS; attempt++) {
                fixture.dispatch();
                assertThat(fixture.states(customer.id())).containsExactly(MailState.WAITING);
                var pause = Pauses.after(attempt).orElseThrow();
                fixture.clock.turnBy(pause);
                waited = waited.plus(pause);
            }
            fixture.dispatch();
        } finally {
            MAILS.start();
        }
        assertThat(fixture.states(customer.id())).containsExactly(MailState.GIVEN_UP);
        assertThat(waited).isBetween(Duration.ofHours(24), Duration.ofHours(30));
    }

    @Test
    void what_was_taken_although_it_was_not_heard_can_be_recognised() {
        var fixture = on(TestDatabase.H2);
        var customer = fixture.customer(Language.ENGLISH);
        fixture.put(Drafts.red(fixture, customer, "twice"));
        fixture.dispatch();
        fixture.execute("update mail_outbox set state = 'WAITING' where owner = '" + customer.id() + "'");
        fixture.clock.turnBy(Dispatcher.HELD);
        fixture.dispatch();
        assertThat(MAILS.to(customer.email()))
                .hasSize(2)
                .extracting(mail -> Mails.header(mail, "Message-ID"))
                .satisfies(ids -> assertThat(ids.getFirst()).isEqualTo(ids.getLast()));
    }

    @Test
    void the_brake_holds_what_is_about_its_exchange_and_costs_no_attempt() {
        var fixture = on(TestDatabase.H2);
        var customer = fixture.customer(Language.ENGLISH);
        fixture.put(Drafts.red(fixture, customer, "held"));
        fixture.put(new MailDraft(
                customer.id(), new MailFacts.PermissionReview(List.of("Bot"), 0), null, "REVIEW:" + customer.id()));
        fixture.brake.on = true;
        try {
            for (var minute = 0; minute < 2 * Pauses.ATTEMPTS; minute++) {
                fixture.dispatch();
                fixture.clock.turnBy(Dispatcher.BRAKED);
            }
        } finally {
            fixture.brake.on = false;
        }
        fixture.clock.turnBy(Dispatcher.LONGEST_BRAKED);
        assertThat(MAILS.to(customer.email()))
                .extracting(MimeMessage::getSubject)
                .containsExactly("Your monthly look at your keys");
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).hasSize(2);
    }

    @Test
    void what_is_held_for_long_is_looked_at_less_often() {
        var fixture = on(TestDatabase.H2);
        var customer = fixture.customer(Language.ENGLISH);
        var draft = Drafts.red(fixture, customer, "held for long");
        fixture.put(draft);
        fixture.brake.on = true;
        try {
            for (var minute = 0; minute < 120; minute++) {
                fixture.dispatch();
                fixture.clock.turnBy(Dispatcher.BRAKED);
            }
        } finally {
            fixture.brake.on = false;
        }
        var key = Objects.requireNonNull(draft.about()).key();
        assertThat(fixture.brake.asked.get(key)).as("in two hours").isBetween(12, 30);
        fixture.clock.turnBy(Dispatcher.LONGEST_BRAKED);
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).as("at the latest by then").hasSize(1);
    }

    @Test
    void a_disabled_account_is_not_written_to() {
        var fixture = on(TestDatabase.H2);
        var customer = fixture.customer(Language.ENGLISH);
        fixture.put(Drafts.red(fixture, customer, "disabled"));
        fixture.execute("update account set enabled = false where id = '" + customer.id() + "'");
        fixture.dispatch();
        assertThat(MAILS.to(customer.email())).isEmpty();
        assertThat(fixture.states(customer.id())).containsExactly(MailState.NOT_WANTED);
    }

    @Test
    void what_a_newer_version_wrote_waits_for_it() {
        var fixture = on(TestDatabase.H2);
        var customer = fixture.customer(Language.ENGLISH);
        fixture.put(Drafts.red(fixture, customer, "newer"));
        fixture.execute("update mail_outbox set kind = 'UNHEARD_OF' where owner = '" + customer.id() + "'");
        fixture.dispatch();
        assertThat(fixture.states(customer.id())).containsExactly(MailState.WAITING);
        fixture.execute("delete from mail_outbox where owner = '" + customer.id() + "'");
    }

    @Test
    void without_a_mail_server_nothing_is_sent_now_or_later() {
        try (var demo = new MailFixture(TestDatabase.H2)) {
            var customer = demo.customer(Language.ENGLISH);
            demo.put(Drafts.red(demo, customer, "demo"));
            demo.dispatch();
            assertThat(demo.states(customer.id())).containsExactly(MailState.WOULD_BE_SENT);
            demo.clock.turnBy(Duration.ofDays(1));
            try (var declared = demo.anotherNode(MAILS.server())) {
                declared.dispatch();
            }
            assertThat(MAILS.to(customer.email())).isEmpty();
        }
    }
}
