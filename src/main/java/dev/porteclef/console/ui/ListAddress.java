package dev.porteclef.console.ui;

import com.vaadin.flow.router.QueryParameters;
import dev.porteclef.console.KeyQuery;
import dev.porteclef.console.QueryText;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.data.Place;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// All that the address of a list says: which keys, in which order, from where on, how they are shown, and which of
/// them is the one at hand.
///
/// @param place `null`: from the beginning
/// @param row the key whose row is marked where it is on the page; `null`: none
record ListAddress(
        KeyQuery query,
        @Nullable Place place,
        Set<KeyColumn> columns,
        boolean dense,
        @Nullable KeyId row) {

    /// All keys from the beginning, as they usually look.
    static final ListAddress BARE = new ListAddress(KeyQuery.ALL, null, KeyColumn.USUAL, false, null);

    private static final String PLACE = "at";
    private static final String COLUMNS = "columns";
    private static final String DENSE = "dense";
    private static final String ROW = "row";

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
                said.containsKey(DENSE),
                KeyId.of(said.getOrDefault(ROW, "")).orElse(null));
    }

    /// The beginning of another list that looks the same.
    ListAddress of(KeyQuery now) {
        return new ListAddress(now, null, columns, dense, row);
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
        return new ListAddress(query, now, columns, dense, row);
    }

    /// From `day` on; without one from the beginning. Going back in time the list begins at the end of the day, the
    /// other way round at its beginning.
    ListAddress from(Optional<LocalDate> day, ZoneId zone) {
        return at(day.map(date -> query.oldestFirst() ? date : date.plusDays(1))
                .map(date -> new Place(date.atStartOfDay(zone).toInstant(), null, false))
                .orElse(null));
    }

    /// The day from which on the list is wanted; nothing where it begins elsewhere.
    Optional<LocalDate> day(ZoneId zone) {
        return Optional.ofNullable(place)
                .filter(from -> from.id() == null && !from.back())
                .map(from -> query.oldestFirst() ? from.at() : from.at().minusNanos(1))
                .map(at -> LocalDate.ofInstant(at, zone));
    }

    ListAddress showing(Set<KeyColumn> some, boolean close) {
        return new ListAddress(query, place, some, close, row);
    }

    ListAddress marking(@Nullable KeyId key) {
        return new ListAddress(query, place, columns, dense, key);
    }

    /// Every parameter there can be; empty where it says nothing.
    Map<String, String> parameters() {
        var said = new TreeMap<String, String>();
        QueryText.NAMES.forEach(name -> said.put(name, ""));
        said.putAll(QueryText.of(query));
        said.put(PLACE, place == null ? "" : place.toString());
        said.put(COLUMNS, KeyColumn.word(columns));
        said.put(DENSE, dense ? "1" : "");
        said.put(ROW, row == null ? "" : row.toString());
        return said;
    }

    /// What stands behind the question mark.
    String text() {
        var said = parameters();
        said.values().removeIf(String::isEmpty);
        return QueryParameters.simple(said).getQueryString();
    }

    /// The beginning of the same list, with no key at hand: what is kept to come back to, or shared.
    ListAddress beginning() {
        return at(null).marking(null);
    }
}
