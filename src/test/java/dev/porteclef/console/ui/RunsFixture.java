package dev.porteclef.console.ui;

import com.vaadin.flow.component.button.Button;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.console.Reach;
import dev.porteclef.console.RunId;
import dev.porteclef.console.RunOutcome;
import dev.porteclef.console.Runs;
import dev.porteclef.console.Work;
import dev.porteclef.key.ExchangeKey;
import dev.porteclef.support.SupportRequests;
import dev.porteclef.support.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/// What tests of runs begin, and read of them.
abstract class RunsFixture extends ConsoleViewTest {

    @Autowired
    Runs runs;

    @Autowired
    SupportRequests requests;

    final String mark = "Run " + UUID.randomUUID();

    KeyQuery query() {
        return QueryText.read(Map.of("find", mark));
    }

    /// As after a preview that has shown enough.
    RunOutcome replied(Work.Reply reply) {
        return runs.reply(query(), reply, new Reach(9, List.of(), false, Instant.now()));
    }

    static RunId begun(RunOutcome outcome) {
        return switch (outcome) {
            case RunOutcome.Begun(var id) -> id;
            case RunOutcome other -> throw new AssertionError(other);
        };
    }

    List<String> answers(ExchangeKey key) {
        return requests.conversation(key.id()).stream()
                .map(Turn.Answered.class::cast)
                .map(answered -> answered.answer().text())
                .toList();
    }

    void press(String id) {
        test(find(Button.class).withId(id).single()).click();
    }
}
