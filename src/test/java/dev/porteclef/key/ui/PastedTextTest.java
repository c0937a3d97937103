package dev.porteclef.key.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What copying adds is taken off, and said; the rest is the customer's.
class PastedTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " abc",
                "abc ",
                "\tabc\n",
                "\r\nabc\r\n",
                "\u00a0abc\u202f",
                "\u200babc\u200b",
                "\ufeffabc",
                "abc\u2060",
                "\u3000abc",
                "\u2028abc",
                "\u200eabc\u200f",
                "\"abc\"",
                "'abc'",
                "`abc`",
                "“abc”",
                "«abc»",
                "« abc »",
                "‘abc’",
                " \"abc\"\n",
                "\" abc \"",
                "\u200b'\u00a0abc'"
            })
    void what_copying_adds_is_taken_off_with_notice(String pasted) {
        assertThat(PastedText.clean(pasted)).isEqualTo(new PastedText("abc", true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abc",
                "a b",
                "a\u00a0b",
                "a\u200bb",
                "a\"b",
                "\"abc",
                "abc'",
                "it's",
                "-----BEGIN KEY-----\na\nb\n-----END KEY-----",
                "",
                "'"
            })
    void nothing_inside_is_touched(String pasted) {
        assertThat(PastedText.clean(pasted)).isEqualTo(new PastedText(pasted, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n\t", "\u00a0\u200b", "\"\"", "' '"})
    void nothing_but_wrapping_is_nothing(String pasted) {
        assertThat(PastedText.clean(pasted)).isEqualTo(new PastedText("", true));
    }
}
