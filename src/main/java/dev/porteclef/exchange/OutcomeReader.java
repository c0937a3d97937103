package dev.porteclef.exchange;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads an exchange's error codes and the table that tells what an answer means.
/// Keeps the promise that red means the exchange said no: only a row that demands the exchange's own error body and
/// says which errors it means may blame the key, and every answer meets a row.
final class OutcomeReader {

    private final List<ErrorCode> errors;
    private final List<OutcomeRule> rules;
    private boolean errorBodiesCaught;
    private boolean otherBodiesCaught;

    OutcomeReader(ContentMap map) {
        errors = errors(map);
        var codes = errors.stream().map(ErrorCode::code).collect(Collectors.toSet());
        rules = map.list("outcomes", "outcome", "outcome", rule -> rule(rule, codes));
        if (!errorBodiesCaught) {
            map.report("outcomes", "has no last outcome for error bodies that no other row knows");
        }
        if (!otherBodiesCaught) {
            map.report("outcomes", "has no last outcome for answers without an error body");
        }
    }

    List<ErrorCode> errors() {
        return errors;
    }

    List<OutcomeRule> rules() {
        return rules;
    }

    private static List<ErrorCode> errors(ContentMap map) {
        var codes = new HashSet<String>();
        return map.list(
                "errors",
                "error",
                "code",
                error -> new ErrorCode(error.id("code", codes), error.text("name"), error.localized("title")));
    }

    private OutcomeRule rule(ContentMap map, Set<String> codes) {
        var rule = new OutcomeRule(
                statuses(map),
                codes(map, codes),
                map.optionalPattern("text"),
                map.optionalFlag("errorBody"),
                map.constant("outcome", Outcome.class));
        checkVerdict(map, rule);
        checkReach(map, rule);
        return rule;
    }

    private static Set<Integer> statuses(ContentMap map) {
        var statuses = new LinkedHashSet<Integer>();
        for (var text : map.texts("status")) {
            if (text.matches("[1-5][0-9][0-9]")) {
                statuses.add(Integer.valueOf(text));
            } else {
                map.report("status", "has a \"status\" that is no HTTP status: " + text);
            }
        }
        return statuses;
    }

    private static Set<String> codes(ContentMap map, Set<String> known) {
        var codes = new LinkedHashSet<>(map.texts("code"));
        codes.stream()
                .filter(code -> !known.contains(code))
                .forEach(code -> map.report("code", "names the code " + code + ", which is not among the errors"));
        return codes;
    }

    private static void checkVerdict(ContentMap map, OutcomeRule rule) {
        if (!rule.outcome().isVerdict()) {
            return;
        }
        if (!Boolean.TRUE.equals(rule.errorBody())) {
            map.report("outcome", "blames the key without the exchange's own error body (errorBody: true)");
        }
        if (!map.says("code") && !map.says("text")) {
            map.report("outcome", "blames the key for errors that nobody knows: it has neither code nor text");
        }
    }

    private void checkReach(ContentMap map, OutcomeRule rule) {
        var error = !Boolean.FALSE.equals(rule.errorBody());
        var other = !Boolean.TRUE.equals(rule.errorBody());
        if ((!error || errorBodiesCaught) && (!other || otherBodiesCaught)) {
            map.report("outcome", "is never reached: a row above it catches everything");
        }
        if (!map.says("status") && !map.says("code") && !map.says("text")) {
            errorBodiesCaught |= error;
            otherBodiesCaught |= other;
        }
    }
}
