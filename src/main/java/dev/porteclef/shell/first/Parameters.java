package dev.porteclef.shell.first;

import dev.porteclef.platform.ui.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/// By which parameters of the query the pages of one class differ, and how each value is spelled. All spellings of one
/// question give the same: order, repetition, escapes, what is empty or says nothing to the page make no difference.
///
/// @param spelled takes a name and a value to the one spelling of that value, empty where it says nothing
record Parameters(Set<String> names, BinaryOperator<String> spelled) {

    static final Parameters NONE = new Parameters(Set.of(), (_, value) -> value);

    Parameters {
        names = Set.copyOf(names);
    }

    /// Of all pages of the class of `page`, which is kept.
    static Parameters of(Page page) {
        return new Parameters(page.reads(), page::spelled);
    }

    /// What `request` asks for, by name.
    SortedMap<String, String> in(HttpServletRequest request) {
        var asked = new TreeMap<String, String>();
        for (var name : names) {
            // The first of several: that is the one which pages read.
            var value = request.getParameter(name);
            var one = value == null || value.isBlank() ? "" : spelled.apply(name, value.strip());
            if (!one.isEmpty()) {
                asked.put(name, one);
            }
        }
        return asked;
    }
}
