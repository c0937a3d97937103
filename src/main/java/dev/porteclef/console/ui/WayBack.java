package dev.porteclef.console.ui;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.server.VaadinSession;
import dev.porteclef.key.KeyId;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.ui.Addresses;
import java.io.Serializable;
import java.util.Optional;

/// The way back to the list of all keys: to where the agent was last in it, for as long as the session lasts. A new
/// session begins with the whole list.
final class WayBack {

    /// Where a window keeps that the list it opens next is searched in.
    private static final String SEARCH = WayBack.class.getName() + ".search";

    /// The query of the list's last address.
    private record Left(String query) implements Serializable {}

    private WayBack() {}

    /// From now on the list is come back to as `list` has it.
    static void leave(ListAddress list) {
        VaadinSession.getCurrent().setAttribute(Left.class, new Left(list.text()));
    }

    /// The address of the list as it was left.
    static String to(Language language) {
        return address(language, left());
    }

    /// The same with the row of `key` marked.
    static String to(Language language, KeyId key) {
        return address(language, left().marking(key));
    }

    /// Leads to an address with or without a query.
    static void go(String address) {
        var location = new Location(address);
        UI.getCurrentOrThrow().navigate(location.getPath(), location.getQueryParameters());
    }

    /// Leads to the list as it was left, with the cursor where it is searched in.
    static void search(Language language) {
        ComponentUtil.setData(UI.getCurrentOrThrow(), SEARCH, true);
        go(to(language));
    }

    /// Whether the list that opens was asked for to search in it; once for each time it was.
    static boolean takeSearch() {
        var window = UI.getCurrentOrThrow();
        var wanted = Boolean.TRUE.equals(ComponentUtil.getData(window, SEARCH));
        ComponentUtil.setData(window, SEARCH, false);
        return wanted;
    }

    private static ListAddress left() {
        return Optional.ofNullable(VaadinSession.getCurrent().getAttribute(Left.class))
                .map(left -> ListAddress.of(QueryParameters.fromString(left.query())))
                .orElse(ListAddress.BARE);
    }

    private static String address(Language language, ListAddress list) {
        var query = list.text();
        return Addresses.console(language) + (query.isEmpty() ? "" : "?" + query);
    }
}
