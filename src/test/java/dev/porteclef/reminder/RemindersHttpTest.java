package dev.porteclef.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import biweekly.Biweekly;
import dev.porteclef.key.KeyId;
import dev.porteclef.mail.MailKind;
import dev.porteclef.mail.Mails;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.Allowance;
import dev.porteclef.platform.limits.Limit;
import dev.porteclef.testing.SignedIn;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A calendar that asks by itself, a mail that goes out by itself, and the link in it as a mail program uses it.
class RemindersHttpTest extends RemindersHttp {

    @Test
    void a_calendar_follows_its_customers_keys() {
        var customer = signUp(Language.FRENCH);
        String path;
        KeyId key;
        try (var _ = SignedIn.as(customer)) {
            key = connected("Grille");
            path = feeds.makeAddress();
        }
        var first = get(path);
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        assertThat(first.headers().firstValue("Cache-Control")).contains("private");
        assertThat(first.headers().firstValue("Set-Cookie")).isEmpty();
        var calendar = Biweekly.parse(first.body()).first();
        assertThat(calendar.validate(biweekly.ICalVersion.V2_0).getWarnings()).isEmpty();
        assertThat(calendar.getRefreshInterval().getValue().getHours()).isEqualTo(12);
        assertThat(calendar.getNames().getFirst().getValue()).isEqualTo("Clés chez Noon Barbari");
        var rotation = rotation(calendar);
        assertThat(rotation.getSummary().getValue())
                .isEqualTo("Remplacer la clé d'entraînement «\u202fGrille\u202f» (Bitfinex)");
        assertThat(day(rotation)).isEqualTo(LocalDate.of(2027, 2, 19));
        assertThat(rotation.getAlarms()).hasSize(1);

        var tag = first.headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, "If-None-Match", tag).statusCode()).isEqualTo(304);

        clock.turnBy(Duration.ofDays(10));
        KeyId next;
        try (var _ = SignedIn.as(customer)) {
            next = replaced(key, "Grille 2");
        }
        var second = get(path, "If-None-Match", tag);
        assertThat(second.statusCode()).isEqualTo(200);
        var moved = rotation(Biweekly.parse(second.body()).first());
        assertThat(day(moved)).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(moved.getUid().getValue()).isEqualTo(rotation.getUid().getValue());
        assertThat(moved.getSequence().getValue())
                .isGreaterThan(rotation.getSequence().getValue());
        assertThat(moved.getStatus().isConfirmed()).isTrue();

        try (var _ = SignedIn.as(customer)) {
            keys.delete(next);
        }
        var third = get(path);
        var cancelled = rotation(Biweekly.parse(third.body()).first());
        assertThat(cancelled.getUid().getValue()).isEqualTo(rotation.getUid().getValue());
        assertThat(cancelled.getStatus().isCancelled()).isTrue();
        assertThat(cancelled.getSequence().getValue())
                .isGreaterThan(moved.getSequence().getValue());
        assertThat(first.body() + second.body() + third.body())
                .doesNotContain(CANARIES)
                .doesNotContain("http");
        try (var _ = SignedIn.as(customer)) {
            feeds.endAddress();
        }
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @Test
    void an_address_opens_one_calendar_and_an_old_one_none() {
        var customer = signUp(Language.ENGLISH);
        String old;
        String current;
        try (var _ = SignedIn.as(customer)) {
            old = feeds.makeAddress();
            current = feeds.makeAddress();
        }
        assertThat(get(current).statusCode()).isEqualTo(200);
        var ended = get(old);
        var unknown = get("/calendar/" + "A".repeat(43) + ".ics");
        var nonsense = get("/calendar/x.ics");
        assertThat(List.of(ended, unknown, nonsense)).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        });
        assertThat(send(HttpRequest.newBuilder(at(current)).POST(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void too_many_questions_from_one_address_wait() {
        while (limits.check(Limit.UNGUESSABLE, "127.0.0.1") instanceof Allowance.Allowed) {
            // Until the limit is reached.
        }
        try {
            var answer = get("/calendar/" + "A".repeat(43) + ".ics");
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(get("/unsubscribe/" + "A".repeat(43)).statusCode()).isEqualTo(429);
        } finally {
            limits.forget(Limit.UNGUESSABLE, "127.0.0.1");
        }
    }

    @Test
    void a_mail_goes_out_by_itself_and_its_program_can_end_the_kind() {
        var customer = signUp(Language.FRENCH);
        try (var _ = SignedIn.as(customer)) {
            var made = practiceKey();
            var key = connected("Grille", made);
            practice.delete(made.id());
            keys.check(key, _ -> {});
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> MAILS.to(customer.email()).size() == 1);
        var mail = MAILS.to(customer.email()).getFirst();
        assertThat(Mails.text(mail))
                .contains("Ta clé «\u202fGrille\u202f» est passée au rouge", "Type\u00a0: entraînement");
        var link = Mails.header(mail, "List-Unsubscribe").getFirst();
        var path = URI.create(link.substring(1, link.length() - 1)).getPath();

        var opened = get(path);
        assertThat(opened.statusCode()).isEqualTo(303);
        assertThat(opened.headers().firstValue("Location")).contains("/fr" + path);
        try (var _ = SignedIn.as(customer)) {
            assertThat(choices.declined()).isEmpty();
        }
        assertThat(post(path, "").statusCode()).isEqualTo(400);
        var posted = post(path, "List-Unsubscribe=One-Click");
        assertThat(posted.statusCode()).isEqualTo(200);
        assertThat(posted.headers().firstValue("Set-Cookie")).isEmpty();
        try (var _ = SignedIn.as(customer)) {
            assertThat(choices.declined()).containsExactly(MailKind.KEY_RED);
        }
        assertThat(post("/unsubscribe/" + "A".repeat(43), "List-Unsubscribe=One-Click")
                        .statusCode())
                .isEqualTo(404);
    }
}
