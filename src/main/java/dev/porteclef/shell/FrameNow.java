package dev.porteclef.shell;

import dev.porteclef.shell.first.FrameState;
import dev.porteclef.watch.Incident;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.stereotype.Component;

/// The frame of a reader who is not signed in: the colours of this browser, and what is wrong just now.
@Component
class FrameNow implements FrameState {

    private final IncidentBands incidents;

    private record Look(Colours colours, List<Incident> incidents) {}

    FrameNow(IncidentBands incidents) {
        this.incidents = incidents;
    }

    @Override
    public Object of(HttpServletRequest request) {
        return new Look(Preferences.colours(request.getCookies()), incidents.current());
    }
}
