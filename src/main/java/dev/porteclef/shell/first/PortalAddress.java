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

    /// Scheme, host and port, without a slash at the end: as declared, else as `request` asked for it.
    public String of(HttpServletRequest request) {
        return declared.isEmpty()
                ? ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
                : declared;
    }
}
