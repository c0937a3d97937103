package dev.porteclef.help.search;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Which error codes are explained where. A code is found to the letter or not at all, and before everything else.
final class Codes {

    private static final Pattern CONSTANT = Pattern.compile("(?<!\\w)[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+(?!\\w)");
    /// An HTTP status among a few words, as people write one (`error 429`).
    private static final Pattern STATUS = Pattern.compile("(?<![\\w.])[45]\\d\\d(?![\\w.])");

    private static final int FEW_WORDS = 4;
    private static final Pattern WORD = Pattern.compile("[a-z_]+[.:][a-z]+|\\w+");
    private static final Pattern ABOUT_A_STATUS = Pattern.compile("\\b(?:https?|status|statut|error|erreur|code)\\b");

    private final Map<String, Set<Integer>> places = new HashMap<>();

    private Codes() {}

    static Codes of(List<Findable> findables) {
        var codes = new Codes();
        for (var place = 0; place < findables.size(); place++) {
            var findable = findables.get(place);
            for (var code : findable.codes()) {
                codes.add(code, place);
            }
            codes.addAll(CONSTANT, findable.title(), place);
            for (var asked : findable.askedAs()) {
                codes.addAll(CONSTANT, asked, place);
                if (asked.split("\\s+", -1).length <= FEW_WORDS) {
                    codes.addAll(STATUS, asked, place);
                }
            }
        }
        return codes;
    }

    private void addAll(Pattern pattern, String text, int place) {
        pattern.matcher(text).results().forEach(found -> add(found.group(), place));
    }

    private void add(String code, int place) {
        places.computeIfAbsent(code.toLowerCase(Locale.ROOT), known -> new LinkedHashSet<>())
                .add(place);
    }

    /// The places of what explains a code that `text` names. A number like a status is one only alone or beside a word
    /// for it: *500 dollars* are none.
    Set<Integer> named(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        var status = ABOUT_A_STATUS.matcher(lower).find()
                || STATUS.matcher(lower.strip()).matches();
        return WORD.matcher(lower)
                .results()
                .map(MatchResult::group)
                .filter(word -> status || !STATUS.matcher(word).matches())
                .flatMap(word -> places.getOrDefault(word.replace(':', '.'), Set.of()).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// Whether it is a code that something explains.
    boolean has(String word) {
        return places.containsKey(word.toLowerCase(Locale.ROOT));
    }
}
