package dev.porteclef.watch;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeId;
import dev.porteclef.mail.MailBrake;
import org.springframework.stereotype.Component;

/// While something is wrong with many keys at once, nobody is written to about one of them.
@Component
class IncidentBrake implements MailBrake {

    private final Incidents incidents;

    IncidentBrake(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public boolean holds(ExchangeId exchange, Environment environment) {
        return incidents.isUnderWay(exchange, environment);
    }
}
