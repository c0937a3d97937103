package dev.porteclef.platform.ui;

import com.vaadin.flow.router.RouteConfiguration;

/// Which addresses lead to pages that are only read.
public final class ReadingPages {

    private ReadingPages() {}

    /// Whether the page at `path` is marked [Reading]; an address of no page is, for it shows "not found".
    ///
    /// @param path without a query; a slash at its beginning does not matter
    public static boolean isAt(RouteConfiguration routes, String path) {
        return routes.getRoute(path.startsWith("/") ? path.substring(1) : path)
                .map(page -> page.isAnnotationPresent(Reading.class))
                .orElse(true);
    }
}
