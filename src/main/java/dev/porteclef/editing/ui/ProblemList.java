package dev.porteclef.editing.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.porteclef.platform.content.ContentProblem;
import java.util.List;

/// What is wrong with a text, line by line, and how much that is, which is read aloud when it changes.
final class ProblemList extends Composite<Div> {

    private final Paragraph count = new Paragraph();
    private final OrderedList problems = new OrderedList();

    ProblemList() {
        count.addClassName("editor-count");
        count.getElement().setAttribute("role", "status");
        problems.addClassName("editor-problems");
        getContent().add(count, problems);
    }

    void show(List<ContentProblem> found) {
        count.setText(getTranslation("editing.problems", found.size()));
        count.setClassName("bad", !found.isEmpty());
        problems.removeAll();
        found.forEach(problem -> problems.add(new ListItem(where(problem), what(problem))));
    }

    /// The line of a problem.
    static Span where(ContentProblem problem) {
        var where = new Span();
        where.setText(where.getTranslation("editing.line", problem.line()));
        where.addClassName("editor-line");
        return where;
    }

    /// Its sentence, as the log and the tests say it: in one language.
    static Span what(ContentProblem problem) {
        var what = new Span(problem.sentence());
        what.getElement().setAttribute("lang", "en");
        return what;
    }
}
