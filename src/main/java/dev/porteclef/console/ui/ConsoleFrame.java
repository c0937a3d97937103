package dev.porteclef.console.ui;

import dev.porteclef.live.Bulletin;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.ui.Page;
import dev.porteclef.support.SupportDesk;
import org.springframework.stereotype.Component;

/// What every page of the console has around it: the ways between the pages and the keyboard, both with no more than
/// its reader may open.
@Component
final class ConsoleFrame {

    private final SupportDesk desk;
    private final CurrentUser currentUser;
    private final Bulletin bulletin;

    ConsoleFrame(SupportDesk desk, CurrentUser currentUser, Bulletin bulletin) {
        this.desk = desk;
        this.currentUser = currentUser;
        this.bulletin = bulletin;
    }

    /// The ways between the pages.
    ///
    /// @param here the address of the page at hand, or of the one that it belongs to
    ConsoleNav nav(Page page, String here) {
        var nav = new ConsoleNav(page, page.language(), here);
        return isForSupport() ? nav.withDesk(new WaitingCount(page, desk, bulletin)) : nav;
    }

    /// The keys that act on every page.
    ConsoleKeys keys(Page page) {
        return new ConsoleKeys(page, page.language(), isForSupport());
    }

    /// Whether the reader reads what customers ask, and answers.
    boolean isForSupport() {
        return currentUser.has(Role.SUPPORT);
    }
}
