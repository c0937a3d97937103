package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.RunOutcome;
import dev.porteclef.console.Runs;
import dev.porteclef.key.LikelyCause;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;

/// The pages of runs say which keys they act on.
@Timeout(120)
class QueryWordsTest extends ConsoleViewTest {

    @Autowired
    private Runs runs;

    @Test
    void every_facet_is_told_as_the_list_calls_it() {
        var cause = LikelyCause.all().iterator().next();
        var said = Map.ofEntries(
                Map.entry("find", "alice@"),
                Map.entry("headline", "accepted,paused"),
                Map.entry("cause", QueryText.lower(cause.name())),
                Map.entry("since", "2026-11-01T10:00:00Z"),
                Map.entry("code", "10100"),
                Map.entry("exchange", "bitfinex"),
                Map.entry("kind", "practice"),
                Map.entry("strategy", "spot"),
                Map.entry("proof", "proven"),
                Map.entry("life", "active"),
                Map.entry("rotation", "overdue"));
        var facets = new HashSet<>(QueryText.NAMES);
        facets.removeAll(List.of("order", "oldest"));
        assertThat(said.keySet()).as("all there are").isEqualTo(facets);
        as(agent);
        open("en/console/runs?" + QueryParameters.simple(said).getQueryString());
        assertThat(words())
                .contains(
                        facet("find", "alice@"),
                        facet("headline", text("key.headline.PAUSED") + ", " + text("key.headline.ACCEPTED")),
                        facet("cause", text(cause.translationKey())),
                        facet("since", ""),
                        facet("code", "10100"),
                        facet("exchange", "Bitfinex"),
                        facet("kind", text("exchange.environment.PRACTICE")),
                        facet("strategy", ""),
                        facet("proof", text("console.proof.PROVEN")),
                        facet("life", text("console.life.ACTIVE")),
                        facet("rotation", text("console.rotation.OVERDUE")));
    }

    @Test
    void where_nothing_is_left_out_it_says_so() {
        as(agent);
        open("en/console/runs?" + RunsView.ALL);
        assertThat(words()).isEqualTo(text("console.query.all"));
        open("fr/console/runs?life=active");
        assertThat(words()).isEqualTo("Vie\u00a0: utilisée");
    }

    @Test
    void a_run_says_it_as_long_as_it_is_known() {
        var mark = "Run " + UUID.randomUUID();
        made().connected(mark);
        as(agent);
        var begun = (RunOutcome.Begun) runs.recheck(QueryText.read(Map.of("find", mark, "order", "connected")));
        open("en/console/runs/" + begun.id());
        assertThat(words()).isEqualTo(facet("find", mark));
    }

    private String facet(String name, String value) {
        return text("console.query.facet", text("console.facet." + name), value);
    }

    private String words() {
        return find(Paragraph.class).withId("query-words").single().getElement().getTextRecursively();
    }
}
