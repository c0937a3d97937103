package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.demo.DemoPlan;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.key.Headline;
import dev.porteclef.key.MadeUpKeys;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.support.Answer;
import dev.porteclef.support.AnswerDesk;
import dev.porteclef.support.ReadyAnswers;
import dev.porteclef.testing.TestDatabase;
import java.time.Instant;
import java.util.EnumSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/// What answers begin with.
class ReadyAnswersTest extends ConsoleViewTest {

    @Autowired
    private ReadyAnswers ready;

    @Autowired
    private ExchangeCatalogue catalogue;

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_state_has_a_text_with_its_case_filled_in(Language language) throws Exception {
        var plan = new DemoPlan(2_500, 50, 4, 1, Instant.parse("2026-11-30T11:30:00Z"));
        var seen = EnumSet.noneOf(Headline.class);
        var all = MadeUpKeys.of(MadeUpKeys.filled(TestDatabase.H2, plan)).stream()
                .filter(key -> catalogue.find(key.exchange()).isPresent())
                .toList();
        for (var key : all) {
            seen.add(key.headline());
            for (var kind : Answer.Kind.values()) {
                assertThat(ready.text(kind, key, language))
                        .as("%s %s", key.headline(), key.report())
                        .contains(key.label())
                        .hasSizeLessThan(AnswerDesk.LONGEST)
                        .doesNotContain("{", "}", "''", ": .", " , ");
            }
        }
        assertThat(seen).hasSizeGreaterThanOrEqualTo(Headline.values().length - 1);
    }
}
