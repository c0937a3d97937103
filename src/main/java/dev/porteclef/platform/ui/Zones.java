package dev.porteclef.platform.ui;

import com.vaadin.flow.component.UI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Where the reader of the current page is, as far as the clock is concerned.
public final class Zones {

    private Zones() {}

    /// The reader's own time zone as the browser names it; UTC where it is not known.
    public static ZoneId ofReader() {
        var details = UI.getCurrentOrThrow().getPage().getExtendedClientDetails();
        var named = details == null ? null : details.getTimeZoneId();
        try {
            return named == null ? ZoneOffset.UTC : ZoneId.of(named);
        } catch (DateTimeException e) {
            // A browser may know a zone that this Java does not.
            return ZoneOffset.UTC;
        }
    }
}
