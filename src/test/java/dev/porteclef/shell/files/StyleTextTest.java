package dev.porteclef.shell.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StyleTextTest {

    @Test
    void what_separates_nothing_goes_and_what_is_quoted_stays() {
        var sheet = new StyleText("styles/a.css", """
                /* "quoted" in a comment; */
                .a > .b,
                .c :hover {
                  content: " · /* no comment */ ; }";
                  margin: calc(1px + 2px) auto;
                }

                @media (48rem <= width < 60rem) and (pointer: coarse) {
                  :root { --x: a b; }
                }
                """);
        assertThat(sheet.minified().text())
                .isEqualTo(".a > .b,.c :hover{content:\" · /* no comment */ ; }\";margin:calc(1px + 2px) auto}"
                        + "@media (48rem <= width < 60rem) and (pointer:coarse){:root{--x:a b}}");
    }

    @Test
    void addresses_are_read_from_where_the_sheet_lies() {
        var sheet = new StyleText("styles/components/glyph.css", """
                a { mask-image: url("../../icons/arrow.svg") }
                b { mask: url(local.svg) }
                c { mask: url('data:image/svg+xml;utf8,<svg/>') }
                d { mask: url(#part) }
                """);
        assertThat(sheet.readdressed(place -> "<" + place + ">").text())
                .contains("url(<icons/arrow.svg>)", "url(<styles/components/local.svg>)")
                .contains("url('data:image/svg+xml;utf8,<svg/>')", "url(#part)");
    }

    @Test
    void imports_are_found_in_their_order() {
        var sheet = new StyleText("styles.css", "@import url(\"styles/b.css\");\n@import url(styles/a.css);");
        assertThat(sheet.imports()).containsExactly("styles/b.css", "styles/a.css");
    }
}
