package dev.porteclef.shell.first;

import dev.porteclef.platform.config.Installation;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// This portal's address as its readers know it.
@Component
public class PortalAddress {

    private final String declared;

    PortalAddress(Installation installation) {
        declared = installation.mail().portal();
    }

    /// Whether it does not depend on who asks.
    public boolean isDeclared() {
        return !declared.isEmpty();
    }

    /// What stands before the addresses in a page that other readers get as well, without a slash at the end: as
    /// declared, else nothing but the application's root, for the name that `request` asked for may be anybody's
    /// invention.
    String forEverybody(HttpServletRequest request) {
        return declared.isEmpty() ? request.getContextPath() : declared;
    }

    /// Scheme, host and port, without a slash at the end, for the reader of `request` alone: as declared, else as
    /// `request` asked for it.
    public String of(HttpServletRequest request) {
        return declared.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : declared;
    }
}
