package dev.porteclef.guide.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.HtmlContainer;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.page.WebStorage;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.guide.GuideDocument.Part.SubSection;
import dev.porteclef.platform.ui.InlineHtml;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The numbered steps. Those ticked off stay ticked off in this browser, per exchange and for both languages; the
/// portal itself does not remember them.
final class StepList extends Composite<Div> {

    private final Wording wording;
    private final String storageKey;
    private final Map<String, Toggle> toggles = new LinkedHashMap<>();
    private final Map<String, ListItem> items = new LinkedHashMap<>();
    private final Span progress = new Span();
    private final HtmlContainer bar = new HtmlContainer("progress");
    private final NativeButton reset = new NativeButton();

    /// @param body what stands below a step's heading
    StepList(Wording wording, ExchangeId exchange, List<SubSection> steps, Function<SubSection, List<Component>> body) {
        this.wording = wording;
        storageKey = "porteclef.guide." + exchange + ".steps";
        var list = new OrderedList();
        list.addClassName("steps");
        steps.forEach(step -> list.add(item(step, body.apply(step))));
        progress.getElement().setAttribute("role", "status");
        bar.getElement().setAttribute("max", Integer.toString(steps.size()));
        bar.getElement().setAttribute("aria-hidden", "true");
        reset.setText(wording.text("guide.steps.reset"));
        reset.addClassNames("action", "action-quiet");
        reset.addClickListener(click -> {
            restore(Set.of());
            WebStorage.removeItem(WebStorage.Storage.LOCAL_STORAGE, storageKey);
        });
        var state = new Div(progress, bar, reset);
        state.addClassName("steps-progress");
        getContent().add(state, list);
        count();
    }

    /// Ticks off what this browser remembers.
    void recall(UI ui) {
        WebStorage.getItem(ui, WebStorage.Storage.LOCAL_STORAGE, storageKey, remembered -> {
            if (remembered != null) {
                restore(Set.of(remembered.split(",", -1)));
            }
        });
    }

    /// The list item of each step by its id.
    Map<String, ListItem> items() {
        return items;
    }

    private ListItem item(SubSection step, List<Component> body) {
        var heading = InlineHtml.into(new H3(), step.heading());
        heading.addClassName("step-title");
        heading.setId(step.id() + "-title");
        var word = Wording.span("step-word", wording.text("guide.steps.done"));
        word.setId(step.id() + "-done");
        var toggle = Toggle.checkbox(step.id());
        toggle.getElement().setAttribute("aria-labelledby", step.id() + "-done " + step.id() + "-title");
        toggle.onChange(on -> changed());
        var content = new Div();
        content.addClassName("step-body");
        content.add(body);
        var item = new ListItem(heading, content, toggle.labelled("step-toggle", word));
        item.addClassName("step");
        item.setId(step.id());
        toggles.put(step.id(), toggle);
        items.put(step.id(), item);
        return item;
    }

    private void changed() {
        count();
        WebStorage.setItem(WebStorage.Storage.LOCAL_STORAGE, storageKey, String.join(",", done()));
    }

    private void restore(Set<String> remembered) {
        toggles.forEach((id, toggle) -> toggle.set(remembered.contains(id)));
        count();
    }

    private void count() {
        var done = done();
        items.forEach((id, item) -> item.setClassName("step-done", done.contains(id)));
        progress.setText(wording.text("guide.steps.progress", done.size(), toggles.size()));
        bar.getElement().setAttribute("value", Integer.toString(done.size()));
        reset.setVisible(!done.isEmpty());
    }

    private Set<String> done() {
        return toggles.entrySet().stream()
                .filter(entry -> entry.getValue().isOn())
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
