package dev.porteclef.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The arithmetic of `./porteclef bench`; how fast anything is, no test says.
class ReportTest {

    private static final Target AT_MOST = new Target.AtMost(Figure.ratio(1.15));
    private static final Target AT_LEAST = new Target.AtLeast(Figure.ratio(0.8));

    @Test
    void a_median_and_quartiles_go_by_rank() {
        assertThat(Samples.of(9, 1, 5).median()).isEqualTo(5);
        assertThat(Samples.of(4, 1, 3, 2).median()).isEqualTo(2.5);
        var five = Samples.of(10, 20, 30, 40, 1000);
        assertThat(five.lower()).isEqualTo(20);
        assertThat(five.upper()).isEqualTo(40);
        assertThat(Samples.of(7).upper()).isEqualTo(7);
        assertThatThrownBy(Samples::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_ratio_is_the_median_of_the_pairs() {
        var pairs = new Pairs(Samples.of(2, 30, 8), Samples.of(1, 10, 8));
        assertThat(pairs.ratios().values()).containsExactly(2.0, 3.0, 1.0);
        assertThat(pairs.ratios().median()).isEqualTo(2);
    }

    @Test
    void who_begins_changes_from_pair_to_pair_and_warming_up_is_not_counted() throws Exception {
        var order = new ArrayList<String>();
        var pairs = Pairs.alternating(
                1,
                2,
                () -> {
                    order.add("subject");
                    return order.size();
                },
                () -> {
                    order.add("reference");
                    return order.size();
                });
        assertThat(order).containsExactly("reference", "subject", "subject", "reference", "reference", "subject");
        assertThat(pairs.subject().values()).containsExactly(3.0, 6.0);
        assertThat(pairs.reference().values()).containsExactly(4.0, 5.0);
    }

    @Test
    void a_target_speaks_about_the_ratio_or_about_what_was_measured() {
        var pairs = new Pairs(Samples.of(120), Samples.of(100));
        assertThat(line(pairs, AT_MOST).met()).isFalse();
        assertThat(line(pairs, AT_LEAST).met()).isTrue();
        assertThat(line(pairs, new Target.AtMost(new Figure(150, "KB"))).met()).isTrue();
        assertThat(line(pairs, new Target.None()).met()).isNull();
        assertThat(line(pairs, AT_MOST).ratioFigure())
                .isNotNull()
                .satisfies(ratio -> assertThat(ratio.value()).isCloseTo(1.2, within(1e-9)));
    }

    @Test
    void figures_have_three_digits_and_their_unit() {
        assertThat(new Figure(1234.5, "/s")).hasToString("1,235 /s");
        assertThat(new Figure(41.26, "ms")).hasToString("41.3 ms");
        assertThat(Figure.ratio(0.8)).hasToString("0.80 ×");
    }

    @Test
    void a_miss_and_what_could_not_be_measured_are_said_plainly(@TempDir Path folder) throws Exception {
        var report = new Report(
                new Machine(Map.of("cores", "2")),
                Scale.QUICK,
                List.of(line(new Pairs(Samples.of(120), Samples.of(100)), AT_MOST)),
                Map.of("start", "no jar"));
        report.write(folder);
        assertThat(folder.resolve("results.md"))
                .content()
                .contains("| a thing | 120 KB   | another | 100 KB    | 1.20 × | ≤ 1.15 × | NO  | 1.20–1.20 (1)    |")
                .contains("- a thing: a note")
                .contains("NOT MEASURED: start: no jar")
                .contains("cores 2 · quick: rough figures");
        assertThat(Files.readString(folder.resolve("results.json")))
                .contains("\"met\" : false", "\"start\" : \"no jar\"", "\"quick\" : true");
    }

    private static Line line(Pairs pairs, Target target) {
        return Line.of("row", "a thing", "another", pairs, "KB", target, List.of("a note"));
    }
}
