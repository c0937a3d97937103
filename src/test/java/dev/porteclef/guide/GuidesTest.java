package dev.porteclef.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.porteclef.exchange.ErrorCode;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.guide.GuideDocument.Part;
import dev.porteclef.guide.GuideDocument.Widget;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.content.ContentException;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.i18n.LocalizedText;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A small guide as it should be, and broken in every way that must stop the start.
class GuidesTest {

    private static final String FOLDER = "db/content/exchanges/small/";
    private static final String GUIDE = """
            ---
            title: Connect Small: safely
            description: How to.
            ---
            Lead of {{brand}} : here.

            ## Glance {#glance}
            {{glance}}

            ## Boxes {#boxes}
            {{strategy}}
            Before.

            {{grid}}

            After, see [addresses](#ip) or [billing]({{billing}}).

            ## Steps {#steps}

            ### Open `it` {#step-new}
            Go to [the page]({{keysPage}}), call it `{{label}}`.

            ### Connect {#step-connect}
            Use [the form]({{connect}}).

            ## IP {#ip}
            {{addresses}}
            Up to {{maxAddresses}}.

            ## Trouble {#trouble}
            {{errors}}

            - [Support]({{support}})
            - [Billing]({{billing}})
            """;
    private final Map<String, String> files = new HashMap<>(Map.of("guide.en.md", GUIDE, "guide.fr.md", GUIDE));

    @Test
    void a_document_has_its_sections_widgets_and_steps() {
        var guide = read(Language.ENGLISH);
        assertThat(guide.title()).isEqualTo("Connect Small: safely");
        assertThat(guide.sections())
                .extracting(GuideDocument.Section::id)
                .containsExactly("glance", "boxes", "steps", "ip", "trouble");
        assertThat(guide.section("boxes").orElseThrow().parts())
                .satisfiesExactly(
                        part -> assertThat(part).isEqualTo(new Part.Slot(Widget.STRATEGY)),
                        part -> assertThat(part).isEqualTo(new Part.Prose("<p>Before.</p>\n")),
                        part -> assertThat(part).isEqualTo(new Part.Slot(Widget.GRID)),
                        part -> assertThat(part).isInstanceOf(Part.Prose.class));
        assertThat(guide.steps()).extracting(Part.SubSection::id).containsExactly("step-new", "step-connect");
    }

    @Test
    void values_are_escaped_and_never_read_as_markdown() {
        var guide = read(Language.ENGLISH);
        assertThat(guide.lead()).contains("Lead of *Noon* &amp; &lt;b&gt;Barbari :");
        var step = guide.steps().getFirst();
        assertThat(step.heading()).isEqualTo("Open <code>it</code>");
        assertThat(step.html())
                .contains("<a href=\"https://small.example/keys?a=1&amp;b=2\">the page</a>")
                .contains("<code>-noon-b-barbari</code>");
        assertThat(guide.steps().getLast().html()).contains("<a href=\"en/keys/new?exchange=small\">the form</a>");
    }

    @Test
    void links_that_the_installation_lacks_are_left_out() {
        var guide = read(Language.ENGLISH);
        var trouble = guide.section("trouble").orElseThrow().parts().getLast();
        assertThat(((Part.Prose) trouble).html())
                .contains("mailto:help@small.example")
                .doesNotContain("Billing");
        var boxes = guide.section("boxes").orElseThrow().parts().getLast();
        assertThat(((Part.Prose) boxes).html()).contains("or billing.").doesNotContain("{{");
    }

    @Test
    void french_gets_its_spaces() {
        assertThat(read(Language.FRENCH).lead()).contains("Barbari&nbsp;: here");
    }

    @Test
    void a_missing_file_is_told() {
        files.remove("guide.fr.md");
        expect("guide.fr.md:1: is missing");
    }

    @Test
    void an_unknown_placeholder_is_told_with_its_line() {
        change("guide.en.md", "{{maxAddresses}}", "{{maximum}}");
        expect("guide.en.md:28: has an unknown placeholder {{maximum}}");
    }

    @Test
    void an_unknown_widget_is_an_unknown_placeholder_and_the_widget_is_missed() {
        change("guide.en.md", "{{grid}}", "{{gird}}");
        expect(
                "guide.en.md:14: has an unknown placeholder {{gird}}",
                "guide.en.md:1: has no {{grid}}",
                "guide.fr.md:14: has {{grid}} where guide.en.md has section #steps (line 18)");
    }

    @Test
    void stray_braces_are_told() {
        change("guide.fr.md", "Before.", "Before {{grid.");
        expect("guide.fr.md:12: has double braces without a name between them");
    }

    @Test
    void a_heading_without_id_is_told() {
        change("guide.en.md", "## IP {#ip}", "## IP");
        assertProblem("guide.en.md:26: has a heading without an id like {#name}");
    }

    @Test
    void an_id_used_twice_is_told() {
        change("guide.en.md", "{#trouble}", "{#ip}");
        change("guide.fr.md", "{#trouble}", "{#ip}");
        expect("guide.en.md:30: uses the id \"ip\" twice", "guide.fr.md:30: uses the id \"ip\" twice");
    }

    @Test
    void a_link_that_arrives_nowhere_is_told() {
        change("guide.fr.md", "(#ip)", "(#cases)");
        expect("guide.fr.md:16: links to #cases, which is nowhere");
    }

    @Test
    void a_step_that_one_language_lacks_is_told() {
        change("guide.fr.md", "### Connect {#step-connect}\n", "");
        expect("guide.fr.md:25: has section #ip where guide.en.md has part #step-connect (line 23)");
    }

    @Test
    void sections_in_another_order_are_told() {
        change("guide.fr.md", "{#glance}", "{#look}");
        expect("guide.fr.md:7: has section #look where guide.en.md has section #glance (line 7)");
    }

    @Test
    void a_widget_in_another_place_is_told() {
        change("guide.fr.md", "{{strategy}}\n", "\n");
        change("guide.fr.md", "{{glance}}\n", "{{glance}}\n{{strategy}}\n");
        expect("guide.fr.md:9: has {{strategy}} where guide.en.md has section #boxes (line 10)");
    }

    @Test
    void text_between_steps_is_told() {
        change("guide.en.md", "## Steps {#steps}\n", "## Steps {#steps}\nFirst:\n");
        expect("guide.en.md:19: has text in #steps outside its ### parts");
    }

    @Test
    void front_matter_is_asked_for() {
        change("guide.en.md", "description: How to.\n", "descripton: How to.\n");
        expect(
                "guide.en.md:3: has an unknown key \"descripton\" above the text",
                "guide.en.md:1: has no \"description\"");
    }

    private void change(String file, String from, String to) {
        assertThat(files.get(file)).contains(from);
        files.compute(file, (_, text) -> text.replace(from, to));
    }

    private void expect(String... problems) {
        assertThatThrownBy(this::guides)
                .isInstanceOfSatisfying(
                        ContentException.class,
                        e -> assertThat(e.problems())
                                .extracting(problem -> problem.toString().replace(FOLDER, ""))
                                .containsExactlyInAnyOrder(problems));
    }

    private void assertProblem(String problem) {
        assertThatThrownBy(this::guides).isInstanceOf(ContentException.class).hasMessageContaining(FOLDER + problem);
    }

    private GuideDocument read(Language language) {
        return guides().find(new ExchangeId("small"), language).orElseThrow();
    }

    private Guides guides() {
        return new Guides(
                new Only(exchange()), installation(), name -> Optional.ofNullable(files.get(name.replace(FOLDER, ""))));
    }

    private static Installation installation() {
        return new Installation(
                new Installation.Brand("*Noon* & <b>Barbari", URI.create("mailto:help@small.example"), null),
                List.of("51.38.112.198"),
                Path.of("data"),
                Path.of("keys"));
    }

    private static Exchange exchange() {
        var title = new LocalizedText("no", "non");
        return new Exchange(
                new ExchangeId("small"),
                "Small",
                "small",
                URI.create("https://api.small.example"),
                URI.create("https://small.example/keys?a=1&b=2"),
                LocalDate.of(2026, 11, 20),
                3,
                60,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ErrorCode("7", "SEVEN", title), new ErrorCode("8", "EIGHT", title)),
                List.of());
    }

    private record Only(Exchange exchange) implements ExchangeCatalogue {

        @Override
        public List<Exchange> all() {
            return List.of(exchange);
        }

        @Override
        public Optional<Exchange> find(ExchangeId id) {
            return id.equals(exchange.id()) ? Optional.of(exchange) : Optional.empty();
        }
    }
}
