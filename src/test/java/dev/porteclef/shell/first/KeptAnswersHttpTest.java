package dev.porteclef.shell.first;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.live.Announcements;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.ui.PublicTextChanged;
import org.awaitility.Awaitility;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/// The second reader of a page is answered from memory, with what is true now.
class KeptAnswersHttpTest extends Readers {

    private static final String GUIDE = "/en/guides/bitfinex";

    @Autowired
    private ApplicationEventPublisher events;

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
    void another_host_name_is_not_answered_with_this_ones_addresses() {
        get("/en");
        var there = root().replace("localhost", "127.0.0.1");
        assertThat(fetch(there + "/en").body()).contains(there + "/en").doesNotContain(root());
        assertThat(get("/en").body()).contains(root() + "/en").doesNotContain(there);
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
