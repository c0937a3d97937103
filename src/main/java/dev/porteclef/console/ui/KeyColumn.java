package dev.porteclef.console.ui;

import dev.porteclef.console.KeyLine;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// What the list tells of a key beside its label and its headline, in the order of the columns.
enum KeyColumn {
    CAUSE(true, LineWords::cause),
    CODE(false, (words, line) -> line.code() == null ? "" : line.code()),
    CUSTOMER(true, (_, line) -> line.customer()),
    EXCHANGE(true, LineWords::exchange),
    KIND(true, LineWords::kind),
    STRATEGY(true, LineWords::strategy),
    PROOF(false, LineWords::harmlessness),
    LIFE(false, LineWords::life),
    SINCE(true, (words, line) -> words.time(line.since())),
    CHECKED(true, (words, line) -> words.time(line.checkedAt())),
    AGE(false, LineWords::age),
    ROTATION(false, LineWords::rotation);

    /// Those that are shown unless somebody chose others.
    static final Set<KeyColumn> USUAL = Arrays.stream(values())
            .filter(column -> column.usual)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(KeyColumn.class)));

    private final boolean usual;

    // Method references of this class: never changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final BiFunction<LineWords, KeyLine, String> text;

    KeyColumn(boolean usual, BiFunction<LineWords, KeyLine, String> text) {
        this.usual = usual;
        this.text = text;
    }

    /// What stands in its cell; empty for nothing.
    String text(LineWords words, KeyLine line) {
        return text.apply(words, line);
    }

    /// The key of its name in both languages.
    String translationKey() {
        return "console.column." + name();
    }

    /// Its class in the style sheet.
    String styleName() {
        return "column-" + name().toLowerCase(Locale.ROOT);
    }

    /// `columns` as they stand in an address; empty for [#USUAL].
    static String word(Set<KeyColumn> columns) {
        return columns.equals(USUAL)
                ? ""
                : columns.stream()
                        .map(column -> column.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(",", "", columns.isEmpty() ? "none" : ""));
    }

    /// The columns an address names.
    static Set<KeyColumn> of(String word) {
        if (word.isEmpty()) {
            return EnumSet.copyOf(USUAL);
        }
        var names = Set.of(word.toUpperCase(Locale.ROOT).split(","));
        return Arrays.stream(values())
                .filter(column -> names.contains(column.name()))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(KeyColumn.class)));
    }
}
