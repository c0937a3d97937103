package dev.porteclef.exchange;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One row of an exchange's outcome table; the first row whose every given condition holds decides.
///
/// @param status HTTP statuses, empty: any
/// @param code error codes, empty: any, also none
/// @param text found anywhere in the error text, `null`: any
/// @param errorBody whether the body must be the exchange's own error shape (`true`), must not be (`false`), or either
/// (`null`)
public record OutcomeRule(
        Set<Integer> status,
        Set<String> code,
        @Nullable Pattern text,
        @Nullable Boolean errorBody,
        Outcome outcome) {

    public OutcomeRule {
        status = Set.copyOf(status);
        code = Set.copyOf(code);
    }

    /// Whether this row decides about an answer.
    public boolean matches(
            int answeredStatus, @Nullable String answeredCode, String answeredText, boolean hasErrorBody) {
        return (status.isEmpty() || status.contains(answeredStatus))
                && (code.isEmpty() || (answeredCode != null && code.contains(answeredCode)))
                && (text == null || text.matcher(answeredText).find())
                && (errorBody == null || errorBody == hasErrorBody);
    }
}
