package dev.porteclef.console.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.platform.data.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All that the address of a list says: which keys, in which order, from where on, and how they are shown.
///
/// @param place `null`: from the beginning
record ListAddress(KeyQuery query, @Nullable Place place, Set<KeyColumn> columns, boolean dense) {

    private static final String PLACE = "at";
    private static final String COLUMNS = "columns";
    private static final String DENSE = "dense";

    ListAddress {
        columns = Set.copyOf(columns);
    }

    /// What `parameters` say; whatever means nothing is left out.
    static ListAddress of(QueryParameters parameters) {
        var said = new HashMap<String, String>();
        parameters.getParameters().forEach((name, values) -> said.put(name, values.getFirst()));
        return new ListAddress(
                QueryText.read(said),
                Place.of(said.getOrDefault(PLACE, "")).orElse(null),
                KeyColumn.of(said.getOrDefault(COLUMNS, "")),
                said.containsKey(DENSE));
    }

    /// The beginning of another list that looks the same.
    ListAddress of(KeyQuery now) {
        return new ListAddress(now, null, columns, dense);
    }

    /// The same with other parameters of the query, from the beginning.
    ListAddress with(Map<String, String> now) {
        var said = new HashMap<>(QueryText.of(query));
        said.putAll(now);
        return of(QueryText.read(said));
    }

    /// All keys in the same order.
    ListAddress withoutFacets() {
        var said = new HashMap<>(QueryText.of(query));
        said.keySet().retainAll(List.of("order", "oldest"));
        return of(QueryText.read(said));
    }

    ListAddress at(@Nullable Place now) {
        return new ListAddress(query, now, columns, dense);
    }

    ListAddress showing(Set<KeyColumn> some, boolean close) {
        return new ListAddress(query, place, some, close);
    }

    /// Every parameter there can be; empty where it says nothing.
    Map<String, String> parameters() {
        var said = new TreeMap<String, String>();
        QueryText.NAMES.forEach(name -> said.put(name, ""));
        said.putAll(QueryText.of(query));
        said.put(PLACE, place == null ? "" : place.toString());
        said.put(COLUMNS, KeyColumn.word(columns));
        said.put(DENSE, dense ? "1" : "");
        return said;
    }

    /// What stands behind the question mark of the list's beginning.
    String text() {
        var said = at(null).parameters();
        said.values().removeIf(String::isEmpty);
        return QueryParameters.simple(said).getQueryString();
    }
}
