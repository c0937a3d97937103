package dev.porteclef.support;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// One contribution to the conversation about a key.
public sealed interface Turn {

    /// When.
    Instant at();

    /// Its owner has asked.
    record Asked(SupportRequest request) implements Turn {

        @Override
        public Instant at() {
            return request.askedAt();
        }
    }

    /// Support has answered.
    record Answered(Answer answer) implements Turn {

        @Override
        public Instant at() {
            return answer.answeredAt();
        }
    }

    /// Both sides, the oldest first.
    static List<Turn> of(List<SupportRequest> asked, List<Answer> answered) {
        return Stream.<Turn>concat(
                        asked.stream().map(Asked::new), answered.stream().map(Answered::new))
                .sorted(Comparator.comparing(Turn::at))
                .toList();
    }
}
