package dev.porteclef.shell.first;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.account.Accounts;
import dev.porteclef.account.SignUpDraft;
import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.limits.ClientAddress;
import dev.porteclef.platform.limits.Turns;
import dev.porteclef.platform.secret.Secret;
import dev.porteclef.platform.ui.PublicTextChanged;
import dev.porteclef.testing.LivePage;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/// The second reader of a page is answered from memory, with what is true now.
class KeptAnswersHttpTest extends Readers {

    private static final String INIT = "/?v-r=init&location=en&query=&v-sw=1280&v-sh=900&v-tzid=Europe%2FParis";
    private static final String GUIDE = "/en/guides/bitfinex";
    private static final String ARTICLE = "/en/help/bitfinex/10114";

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private KeptAnswers answers;

    @Autowired
    private Turns turns;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Jdbi jdbi;

    @BeforeEach
    void forget() {
        events.publishEvent(new PublicTextChanged());
    }

    @Test
    void the_second_reader_costs_no_drawing_and_gets_the_same() {
        var first = get(GUIDE);
        var drawn = drawn();
        var second = get(GUIDE);
        assertThat(drawn()).isEqualTo(drawn);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.headers().firstValue("Content-Security-Policy"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Content-Security-Policy"));
        assertThat(second.headers().firstValue("Cache-Control")).contains("private, no-cache");
        assertThat(String.join(",", second.headers().allValues("Vary"))).containsIgnoringCase("cookie");
        assertThat(second.headers().firstValue("Content-Type").orElseThrow()).containsIgnoringCase("charset=utf-8");
    }

    @Test
    void who_has_it_already_is_told_so() {
        var tag = get(GUIDE).headers().firstValue("ETag").orElseThrow();
        var again = get(GUIDE, "If-None-Match", tag);
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(get(GUIDE, "If-None-Match", "W/\"other\"").statusCode()).isEqualTo(200);
    }

    @Test
    void strangers_wait_their_turn_and_what_is_kept_is_told_meanwhile() {
        get(GUIDE);
        var taken = Stream.generate(() -> turns.await("elsewhere"))
                .limit(turns.atOnce())
                .toList();
        CompletableFuture<HttpResponse<String>> drawn;
        CompletableFuture<HttpResponse<String>> begun;
        try {
            drawn = ask("/en/help");
            Awaitility.await().until(() -> turns.waiting() == 1);
            begun = ask(INIT);
            Awaitility.await().until(() -> turns.waiting() == 2);
            assertThat(get(GUIDE).statusCode()).isEqualTo(200);
            assertThat(drawn).isNotDone();
            assertThat(begun).isNotDone();
        } finally {
            taken.forEach(Turns.Turn::close);
        }
        assertThat(drawn.join().statusCode()).isEqualTo(200);
        assertThat(begun.join().statusCode()).isEqualTo(200);
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void strangers_who_have_a_session_wait_as_well_and_whoever_is_signed_in_does_not() {
        var session = get(INIT).headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
        var person = signedIn();
        var taken = Stream.generate(() -> turns.await("elsewhere"))
                .limit(turns.atOnce())
                .toList();
        CompletableFuture<HttpResponse<String>> drawn;
        try {
            drawn = ask(GUIDE, "Cookie", session);
            Awaitility.await().until(() -> turns.waiting() == 1);
            assertThat(person.first("en/help", "")).contains("id=\"first\"");
            assertThat(person.load("en/keys", "")).isNotEmpty();
            assertThat(drawn).isNotDone();
        } finally {
            taken.forEach(Turns.Turn::close);
        }
        assertThat(drawn.join().statusCode()).isEqualTo(200);
    }

    private LivePage signedIn() {
        var email = UUID.randomUUID() + "@customer.example";
        var typed = "verrou-" + UUID.randomUUID();
        try (var password = Secret.of(typed)) {
            accounts.signUp(new SignUpDraft(email, password, Language.ENGLISH, new ClientAddress(email)));
        }
        var person = new LivePage(root());
        person.signIn(email, typed);
        return person;
    }

    @Test
    void whoever_begins_a_live_page_at_another_address_waits_for_one_turn_and_has_a_session() {
        var begun = get("/en/help/glossary" + INIT.substring(1));
        assertThat(begun.statusCode()).isEqualTo(200);
        assertThat(begun.headers().firstValue("Set-Cookie")).isPresent();
    }

    @Test
    void changed_text_is_told_at_once() {
        get(GUIDE);
        var drawn = drawn();
        events.publishEvent(new PublicTextChanged());
        get(GUIDE);
        assertThat(drawn()).isEqualTo(drawn + 1);
    }

    @Test
    void parameters_that_nobody_reads_cost_nothing() {
        get(GUIDE);
        var drawn = drawn();
        for (var i = 0; i < 200; i++) {
            assertThat(get(GUIDE + "?x=" + i + "&y" + i + "=1").statusCode()).isEqualTo(200);
        }
        assertThat(drawn()).isEqualTo(drawn);
        assertThat(get(GUIDE + "?strategy=margin").body())
                .isNotEqualTo(get(GUIDE).body());
        assertThat(drawn()).isEqualTo(drawn + 1);
    }

    @Test
    void colours_make_a_page_of_their_own() {
        var light = get(GUIDE);
        var dark = get(GUIDE, "Cookie", "colours=dark");
        assertThat(dark.body()).contains("color-scheme: dark").isNotEqualTo(light.body());
        assertThat(get(GUIDE).body()).isEqualTo(light.body());
    }

    @Test
    void spellings_of_one_choice_are_one_answer() {
        var first =
                get(GUIDE + "?strategy=margin&tick=orders.write,orders.read").body();
        assertThat(first).isNotEqualTo(get(GUIDE).body());
        var drawn = drawn();
        for (var spelling : List.of(
                GUIDE + "?tick=orders.read,orders.write&strategy=margin",
                GUIDE + "?tick=orders.write,nonsense,orders.read,orders.read&strategy=margin",
                GUIDE + "?strategy=margin&strategy=spot&tick=orders.read,orders.write&tick=",
                GUIDE + "?strat%65gy=%6dargin&tick=orders.read%2Corders.write",
                GUIDE + "?strat%65gy=%6Dargin&tick=orders.read%2corders.write",
                GUIDE + "?strategy=+margin+&untick=&tick=orders.read,orders.write&x",
                GUIDE.replace("bitfinex", "bitf%69nex") + "?strategy=margin&tick=orders.read,orders.write")) {
            assertThat(get(spelling).body()).as(spelling).isEqualTo(first);
        }
        assertThat(drawn()).isEqualTo(drawn);
    }

    @Test
    void nonsense_is_answered_with_the_page_as_it_is() {
        var page = get(GUIDE).body();
        var drawn = drawn();
        for (var i = 0; i < 50; i++) {
            assertThat(get(GUIDE + "?strategy=nonsense" + i + "&tick=no." + i + "&untick=")
                            .body())
                    .isEqualTo(page);
        }
        get("/en/help?topic=no-such&exchange=no-such");
        var once = drawn();
        for (var i = 0; i < 50; i++) {
            get("/en/help?topic=no" + i + "&exchange=no" + i + "&kind=no" + i);
        }
        assertThat(drawn()).isEqualTo(once).isEqualTo(drawn + 1);
    }

    @Test
    void no_key_makes_an_article_of_its_own_for_strangers() {
        var page = get(ARTICLE).body();
        var drawn = drawn();
        for (var i = 0; i < 50; i++) {
            assertThat(get(ARTICLE + "?key=" + UUID.randomUUID()).body()).isEqualTo(page);
        }
        assertThat(drawn()).isEqualTo(drawn);
    }

    @Test
    void a_flood_of_choices_neither_grows_nor_crowds_out_the_others() {
        get(GUIDE);
        var boxes = List.of(
                "orders.read",
                "orders.write",
                "wallets.read",
                "wallets.write",
                "history.read",
                "account.read",
                "account.write",
                "funding.read");
        var size = get(GUIDE).body().length();
        var many = 2 * (int) (KeptAnswers.MOST_BYTES_OF_CHOICES / size);
        assertThat(many).isLessThan(1 << boxes.size());
        for (var choice = 1; choice <= many; choice++) {
            var subset = choice;
            var ids = IntStream.range(0, boxes.size())
                    .filter(box -> (subset >> box & 1) == 1)
                    .mapToObj(boxes::get)
                    .collect(Collectors.joining(","));
            assertThat(get(GUIDE + "?tick=" + ids).statusCode()).isEqualTo(200);
        }
        assertThat(answers.bytesOfChoices())
                .isBetween(KeptAnswers.MOST_BYTES_OF_CHOICES / 2, KeptAnswers.MOST_BYTES_OF_CHOICES);
        var drawn = drawn();
        get(GUIDE);
        assertThat(drawn()).isEqualTo(drawn);
    }

    @Test
    void a_forged_name_reaches_nobody_else() {
        assertThat(forged("/en", "forged.example")).contains(" 200").doesNotContain("forged.example");
        var drawn = drawn();
        for (var i = 0; i < 50; i++) {
            forged("/en", i + ".forged.example");
        }
        assertThat(get("/en").body()).doesNotContain("forged.example");
        assertThat(drawn()).as("and costs no drawing").isEqualTo(drawn);
        for (var path : List.of("/sitemap.xml", "/robots.txt", "/en/changes.atom")) {
            assertThat(forged(path, "forged.example")).containsIgnoringCase("cache-control: no-cache, private");
            assertThat(get(path).body()).contains(root()).doesNotContain("forged.example");
        }
    }

    @Test
    void what_goes_wrong_is_told_as_soon_as_it_is_known() {
        assertThat(get(GUIDE).body()).doesNotContain("has not answered");
        try {
            change("""
                    insert into watch_incident (exchange, environment, kind, address, since)
                    values ('bitfinex', 'LIVE', 'NO_ANSWER', '', timestamp with time zone '2026-11-21 09:30:00+00')
                    """);
            Awaitility.await().untilAsserted(() -> assertThat(get(GUIDE).body()).contains("Bitfinex has not answered"));
        } finally {
            change("delete from watch_incident");
        }
        Awaitility.await().untilAsserted(() -> assertThat(get(GUIDE).body()).doesNotContain("has not answered"));
    }

    private void change(String sql) {
        jdbi.useTransaction(handle -> {
            handle.execute(sql);
            Announcements.announce(handle, Topic.INCIDENTS);
        });
    }
}
