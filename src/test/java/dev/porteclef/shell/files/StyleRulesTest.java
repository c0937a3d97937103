package dev.porteclef.shell.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/// A page gets the rules that may match something in it, and nothing else.
class StyleRulesTest {

    private static final String PAGE = """
            <html><body><main id="main" class="site wide" style="gap:var(--gap)"><p class="small">Text</p></main></body>
            </html>""";

    private static String used(String rules) {
        return StyleRules.of(rules).usedIn(Jsoup.parse(PAGE));
    }

    @Test
    void a_rule_for_what_the_page_lacks_is_left_out() {
        assertThat(used("p{margin:0}table{margin:1px}.small{top:0}.large{top:1px}#main{left:0}#other{left:1px}"))
                .isEqualTo("p{margin:0}.small{top:0}#main{left:0}");
        assertThat(used(".site .small{top:0}.site .large{top:1px}.large,.small{left:0}.site.narrow{left:1px}"))
                .isEqualTo(".site .small{top:0}.large,.small{left:0}");
    }

    @Test
    void whatever_state_an_element_comes_into_its_rules_are_there() {
        var rules = "p:hover{top:0}p::before{content:\"a;b}\"}p[data-x=\"]\"]{left:0}p:not(.large){right:0}"
                + ":where(h5){top:0}.small:is(a,.b):has(> table){left:0}*{top:1px}";
        assertThat(used(rules)).isEqualTo(rules);
    }

    @Test
    void conditions_stay_with_what_is_in_them() {
        assertThat(used("@media (width < 48rem){.small{top:0}.large{top:1px}}@media print{table{top:0}}"))
                .isEqualTo("@media (width < 48rem){.small{top:0}}");
        assertThat(used("@supports (a:b){@media print{.site{top:0}}}@keyframes turn{to{rotate:1turn}}"))
                .isEqualTo("@supports (a:b){@media print{.site{top:0}}}@keyframes turn{to{rotate:1turn}}");
    }

    @Test
    void only_properties_that_are_read_are_there() {
        assertThat(used(":root{--a:var(--b);--b:1px;--c:var(--d);--d:2px;--gap:3px;color:red}.small{top:var(--a)}"
                        + ".large{top:var(--c)}"))
                .isEqualTo(":root{--a:var(--b);--b:1px;--gap:3px;color:red}.small{top:var(--a)}");
        assertThat(used(":root{--a:1px}.small{--a:2px}")).isEmpty();
        assertThat(used(":where(:root){--vaadin-aura-theme:1}")).isEqualTo(":where(:root){--vaadin-aura-theme:1}");
    }
}
