package dev.porteclef.watch;

import dev.porteclef.mail.AboutKey;
import dev.porteclef.mail.MailBrake;
import dev.porteclef.mail.MailKind;
import org.jdbi.v3.core.Jdbi;
import org.springframework.stereotype.Component;

/// While something is wrong with many keys at once, nobody is told that one of them has changed its colour; nor right
/// afterwards, when they are asked once more. Where an agent has declared what is wrong, that goes for the keys which
/// stand like it: that one is red waits as long as it does, that it works again until the incident is over. That a key
/// can withdraw is known for certain and does not wait.
@Component
class IncidentBrake implements MailBrake {

    private final Incidents incidents;
    private final JdbiDeclaredIncidents declared;

    IncidentBrake(Incidents incidents, Jdbi jdbi) {
        this.incidents = incidents;
        this.declared = new JdbiDeclaredIncidents(jdbi);
    }

    @Override
    public boolean holds(MailKind kind, AboutKey about) {
        return switch (kind) {
            case KEY_RED -> wasJustNow(about) || declared.concerns(about.key(), true);
            case KEY_GREEN -> wasJustNow(about) || declared.concerns(about.key(), false);
            case WITHDRAW_FOUND, ROTATION_DUE, PERMISSION_REVIEW, SUPPORT_ANSWERED -> false;
        };
    }

    private boolean wasJustNow(AboutKey about) {
        return incidents.wasJustNow(about.exchange(), about.environment());
    }
}
