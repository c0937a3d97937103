package dev.porteclef.live.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Changes a page without disturbing its reader: what says the same as before stays the same element, with the focus,
/// the folds and the place that the reader left it in.
public final class InPlace {

    private final Map<Object, Part> parts = new HashMap<>();

    private record Part(Object value, Component component) {}

    /// The component called `name`: the one of before where `value` is what it was, else a new one.
    ///
    /// @param value everything that is seen of it
    public Component keep(Object name, Object value, Supplier<? extends Component> draw) {
        var known = parts.get(name);
        if (known == null || !known.value().equals(value)) {
            known = new Part(value, draw.get());
            parts.put(name, known);
        }
        return known.component();
    }

    /// The component called `name`, always the same one; filled where `value` is another than before.
    public <C extends Component> C refill(
            Object name, Object value, Class<C> type, Supplier<C> draw, Consumer<C> fill) {
        var known = parts.get(name);
        var component = type.cast(known == null ? draw.get() : known.component());
        if (known == null || !known.value().equals(value)) {
            fill.accept(component);
            parts.put(name, new Part(value, component));
        }
        return component;
    }

    /// Forgets all that is not called one of `names`, for parts that come and go.
    public void keepOnly(Collection<?> names) {
        parts.keySet().retainAll(Set.copyOf(names));
    }

    /// Everything is drawn anew from here on.
    public void forget() {
        parts.clear();
    }

    /// Makes `wanted` the children in this order; what is in its place already is not touched, nor the focus in it.
    public static <P extends Component & HasComponents> void arrange(P parent, List<? extends Component> wanted) {
        parent.getChildren().filter(child -> !wanted.contains(child)).toList().forEach(parent::remove);
        for (var index = 0; index < wanted.size(); index++) {
            var child = wanted.get(index);
            if (index >= parent.getElement().getChildCount()
                    || !parent.getElement().getChild(index).equals(child.getElement())) {
                parent.addComponentAtIndex(index, child);
            }
        }
    }
}
