package dev.porteclef.console.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import dev.porteclef.console.Run;
import dev.porteclef.console.RunId;
import dev.porteclef.console.Work;
import dev.porteclef.platform.security.Role;
import dev.porteclef.support.Answer;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs that are stopped, left behind or handed over.
@Timeout(180)
class RunStopTest extends RunsFixture {

    @Test
    void a_run_can_be_stopped_and_taken_up_again() {
        var key = made().connected(mark + " stopped");
        as(agent);
        var id = begun(replied(new Work.Reply(Answer.Kind.ANSWER, Map.of(), false)));
        // Stopped before or after the answer: what is done stays done, and nothing is done twice.
        var stopped = runs.cancel(id);
        assertThat(runs.cancel(id)).isFalse();
        assertThat(runs.resume(id)).isEqualTo(stopped);
        open("en/console/runs/" + id);
        comes(() -> assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.DONE));
        as(customer);
        assertThat(answers(key)).hasSize(1);
    }

    @Test
    void its_page_stops_it_and_lets_it_go_on() {
        var key = made().connected(mark + " on its page");
        as(agent);
        var id = begun(replied(new Work.Reply(Answer.Kind.ANSWER, Map.of(), false)));
        open("en/console/runs");
        comes(() -> assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.DONE));
        leftByAKill(id);
        open("en/console/runs/" + id);
        assertThat(page()).contains(text("console.run.told", text("console.run.state.RUNNING"), 0, 1, 0, 0, 0));
        assertThat(find(Button.class).withId("run-resume").exists()).isFalse();
        press("run-stop");
        assertThat(page()).contains(text("console.run.told", text("console.run.state.CANCELLED"), 0, 1, 0, 0, 0));
        assertThat(find(Button.class).withId("run-stop").exists()).isFalse();
        press("run-resume");
        assertThat(page()).contains(text("console.run.told", text("console.run.state.RUNNING"), 0, 1, 0, 0, 0));
        held(id, "2000");
        comes(() ->
                assertThat(page()).contains(text("console.run.told", text("console.run.state.DONE"), 1, 1, 0, 0, 0)));
        as(customer);
        assertThat(answers(key)).as("nobody is answered twice").hasSize(1);
    }

    /// As a node leaves it that is killed between an answer and the note of it, and is still thought to be at it.
    private void leftByAKill(RunId id) {
        held(id, "2100");
        jdbi.useHandle(handle -> {
            handle.createUpdate("update console_run_key set done_at = null, outcome = null where run_id = :id")
                    .bind("id", id.value())
                    .execute();
            handle.createUpdate("update console_run set state = 'RUNNING', ended_at = null where id = :id")
                    .bind("id", id.value())
                    .execute();
        });
    }

    private void held(RunId id, String year) {
        jdbi.useHandle(handle -> handle.createUpdate("update console_run set held_until = :until where id = :id")
                .bind("id", id.value())
                .bind("until", Instant.parse(year + "-01-01T00:00:00Z"))
                .execute());
    }

    @Test
    void who_lets_it_go_on_is_whose_it_is_from_then_on() {
        var key = made().connected(mark + " handed over");
        as(agent);
        var id = begun(replied(new Work.Reply(Answer.Kind.ANSWER, Map.of(), false)));
        comes(() -> assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.DONE));
        jdbi.useHandle(handle -> handle.createUpdate("update console_run set state = 'CANCELLED' where id = :id")
                .bind("id", id.value())
                .execute());
        var colleague = person(Role.SUPPORT);
        as(colleague);
        open("en/console/runs");
        assertThat(runs.resume(id)).isTrue();
        assertThat(runs.find(id).orElseThrow().agent()).isEqualTo(colleague.id());
        comes(() -> assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.DONE));
        as(customer);
        assertThat(answers(key)).hasSize(1);
    }

    @Test
    void an_agent_who_may_not_any_more_answers_nobody() {
        var key = made().connected(mark + " spared");
        as(agent);
        open("en/console/runs");
        jdbi.useHandle(handle -> handle.createUpdate("delete from account_role where account_id = :id")
                .bind("id", agent.id())
                .execute());
        as(agent);
        var id = begun(replied(new Work.Reply(Answer.Kind.ANSWER, Map.of(), false)));
        comes(() -> assertThat(runs.find(id).orElseThrow().state()).isEqualTo(Run.State.CANCELLED));
        as(customer);
        assertThat(answers(key)).isEmpty();
    }
}
