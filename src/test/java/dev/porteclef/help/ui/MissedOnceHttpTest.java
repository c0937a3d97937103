package dev.porteclef.help.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.shell.first.Readers;
import dev.porteclef.testing.LivePage;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A question that finds nothing is counted once, whether its reader runs scripts or not.
class MissedOnceHttpTest extends Readers {

    /// A word that no text has; it is counted from the third day on, so it was asked for on two days before.
    private final String word =
            "xylophonic" + UUID.randomUUID().toString().replaceAll("[^a-f]", "").substring(0, 4);

    @Autowired
    private Jdbi jdbi;

    private String query() {
        return "q=" + word;
    }

    @BeforeEach
    void it_was_asked_for_before() {
        jdbi.useHandle(handle -> {
            handle.execute("delete from help_missed");
            handle.execute("delete from help_unknown_word");
        });
        new LivePage(root()).first("en/help", query() + "%3F");
        jdbi.useHandle(handle -> {
            for (var days : new int[] {1, 2}) {
                handle.execute("insert into help_unknown_word (language, word_hash, on_date) "
                        + "select language, word_hash, on_date - " + days + " from help_unknown_word");
            }
        });
        assertThat(counted()).isZero();
    }

    private int counted() {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(sum(seen), 0) from help_missed")
                .mapTo(Integer.class)
                .one());
    }

    @Test
    void the_form_without_scripts_counts() {
        var reader = new LivePage(root());
        assertThat(reader.first("en/help", query())).contains("Nothing found for", word);
        assertThat(counted()).isEqualTo(1);
        reader.first("en/help", query());
        assertThat(counted()).as("loaded again").isEqualTo(1);
        reader.first("fr/help", query());
        reader.first("en/help", query() + "&kind=glossary");
        assertThat(counted()).as("in the same language").isEqualTo(1);
    }

    @Test
    void the_live_page_that_takes_over_does_not_count_again() {
        var reader = new LivePage(root());
        assertThat(reader.load("en/help", query())).contains(word);
        assertThat(counted()).isEqualTo(1);
        reader.go("en/help", "", "link");
        reader.go("en/help", query(), "history");
        assertThat(counted()).as("by the browser's way back").isEqualTo(1);
    }

    @Test
    void what_is_asked_on_the_live_page_counts() {
        var reader = new LivePage(root());
        reader.load("en/help", "");
        assertThat(counted()).isZero();
        assertThat(reader.go("en/help", query(), "client")).contains(word);
        assertThat(counted()).isEqualTo(1);
    }

    @Test
    void whoever_only_follows_addresses_does_not_count() {
        var address = "/en/help?" + query();
        assertThat(get(address).body()).contains(word);
        get(address, "Sec-Fetch-Site", "none", "Sec-Fetch-Mode", "navigate");
        get(address, "Sec-Fetch-Site", "cross-site", "Sec-Fetch-Mode", "navigate");
        get(address, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "no-cors");
        get(address, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate", "Sec-Purpose", "prefetch");
        assertThat(counted()).isZero();
        get(address, "Sec-Fetch-Site", "same-origin", "Sec-Fetch-Mode", "navigate");
        assertThat(counted()).isEqualTo(1);
    }
}
