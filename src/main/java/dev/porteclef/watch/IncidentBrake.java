package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.mail.MailBrake;
import dev.porteclef.mail.MailKind;
import org.springframework.stereotype.Component;

/// While something is wrong with many keys at once, nobody is told that one of them has changed its colour; nor right
/// afterwards, when they are asked once more. That a key can withdraw is known for certain and does not wait.
@Component
class IncidentBrake implements MailBrake {

    private final Incidents incidents;

    IncidentBrake(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public boolean holds(MailKind kind, ExchangeId exchange, Environment environment) {
        return switch (kind) {
            case KEY_RED, KEY_GREEN -> incidents.wasJustNow(exchange, environment);
            case WITHDRAW_FOUND, ROTATION_DUE, PERMISSION_REVIEW, SUPPORT_ANSWERED -> false;
        };
    }
}
