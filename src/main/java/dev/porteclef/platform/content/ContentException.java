package dev.porteclef.platform.content;

import dev.porteclef.platform.config.StartRefused;
import java.util.List;
import java.util.stream.Collectors;

/// The content cannot be trusted, so the portal does not start with it. The message lists every problem, one a line.
public final class ContentException extends StartRefused {

    private static final long serialVersionUID = 1L;

    // Exceptions are serializable by inheritance; this one is never sent anywhere.
    private final transient List<ContentProblem> problems;

    public ContentException(List<ContentProblem> problems) {
        super(problems.stream().map(ContentProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// Every problem found, file by file from top to bottom; never empty.
    public List<ContentProblem> problems() {
        return problems;
    }
}
