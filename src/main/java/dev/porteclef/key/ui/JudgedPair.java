package dev.porteclef.key.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.key.ConnectOutcome;
import dev.porteclef.platform.ui.Background;
import dev.porteclef.verification.Check;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Has a pasted pair judged beside the request, while the lines of a check list tick.
///
/// @param place where the lines are, in place of whatever is there
/// @param end gets what came of it
/// @param failed run where nothing came of it at all
record JudgedPair(Background background, Div place, Consumer<ConnectOutcome> end, Runnable failed) {

    /// The secret is only in `credentials` by now, which is wiped when the check has ended.
    ///
    /// @param submit called in the background with what is to be told of each check
    void by(Function<Consumer<Check>, ConnectOutcome> submit, Credentials credentials) {
        var list = new CheckListPanel(List.of());
        place.removeAll();
        place.add(list);
        place.scrollIntoView();
        var ui = UI.getCurrentOrThrow();
        background.run(ui, () -> {
            try (credentials) {
                var outcome = submit.apply(check -> Background.show(ui, () -> list.show(check)));
                Background.show(ui, () -> end.accept(outcome));
            } catch (RuntimeException e) {
                Background.show(ui, failed::run);
                throw e;
            }
        });
    }
}
