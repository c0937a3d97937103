package dev.porteclef.shell;

import dev.porteclef.exchange.Environment;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.live.Bulletin;
import dev.porteclef.live.Topic;
import dev.porteclef.platform.i18n.Texts;
import dev.porteclef.platform.security.CurrentUser;
import dev.porteclef.platform.security.Role;
import dev.porteclef.platform.security.SignedInUser;
import dev.porteclef.platform.ui.Explanations;
import dev.porteclef.watch.Incident;
import dev.porteclef.watch.IncidentNotice;
import dev.porteclef.watch.IncidentNotices;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What every page needs to tell of incidents. That an exchange is down is no secret: signed-out readers see it, too.
/// What is wrong with the practice exchange is told only where there is one. What agents have declared is told to
/// customers with a key that stands like it.
@Component
class IncidentBands {

    private final Texts texts;
    private final KnownIncidents incidents;
    private final IncidentNotices notices;
    private final CurrentUser currentUser;
    private final ExchangeCatalogue catalogue;
    private final Surroundings surroundings;
    private final Explanations explanations;
    private final Bulletin bulletin;

    IncidentBands(
            Texts texts,
            KnownIncidents incidents,
            IncidentNotices notices,
            CurrentUser currentUser,
            ExchangeCatalogue catalogue,
            Surroundings surroundings,
            Explanations explanations,
            Bulletin bulletin) {
        this.texts = texts;
        this.incidents = incidents;
        this.notices = notices;
        this.currentUser = currentUser;
        this.catalogue = catalogue;
        this.surroundings = surroundings;
        this.explanations = explanations;
        this.bulletin = bulletin;
    }

    IncidentBand create() {
        return new IncidentBand(texts, this);
    }

    Bulletin bulletin() {
        return bulletin;
    }

    /// What is known to be wrong and concerns readers of this installation, the oldest first. Asks no database.
    List<Incident> current() {
        return incidents.current().recognised().stream()
                .filter(incident -> catalogue.find(incident.exchange()).isPresent())
                .filter(incident -> incident.environment() == Environment.LIVE
                        || surroundings.practised().isPresent())
                .toList();
    }

    /// What concerns the signed-in customer. Asks for the own keys only where something is declared.
    List<IncidentNotice> declared() {
        var open = incidents.current().declared();
        return open.isEmpty() || customer().isEmpty() ? List.of() : notices.mine(open);
    }

    /// Where there is news by which something else may concern this reader.
    Topic concerning() {
        return customer().map(reader -> Topic.keysOf(reader.id())).orElse(KnownIncidents.KNOWN);
    }

    private Optional<SignedInUser> customer() {
        return currentUser.find().filter(reader -> reader.roles().contains(Role.CUSTOMER));
    }

    String exchange(Incident incident) {
        return catalogue.get(incident.exchange()).name();
    }

    /// Whether the exchange's guide explains it.
    boolean isExplained(Incident incident) {
        return explanations.has(incident.exchange().value(), entry(incident));
    }

    /// The situation of the guide that it is about.
    static String entry(Incident incident) {
        return switch (incident.kind()) {
            case NO_ANSWER -> "unreachable";
            case MANY_REFUSED -> "works-elsewhere";
        };
    }
}
