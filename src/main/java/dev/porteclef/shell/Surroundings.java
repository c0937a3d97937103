package dev.porteclef.shell;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.PracticeEndpoint;
import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.config.Installation.Brand;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;

/// What the frame of every page says about this installation.
@Component
class Surroundings {

    private final Installation installation;
    private final ExchangeCatalogue catalogue;
    private final ObjectProvider<PracticeEndpoint> practice;
    private final ObjectProvider<BuildProperties> build;

    Surroundings(
            Installation installation,
            ExchangeCatalogue catalogue,
            ObjectProvider<PracticeEndpoint> practice,
            ObjectProvider<BuildProperties> build) {
        this.installation = installation;
        this.catalogue = catalogue;
        this.practice = practice;
        this.build = build;
    }

    Brand brand() {
        return installation.brand();
    }

    /// The exchanges that have a guide, by name.
    List<Exchange> exchanges() {
        return catalogue.all();
    }

    /// The exchange that can be practised here; nothing in production.
    Optional<Exchange> practised() {
        return practice.stream().findFirst().flatMap(endpoint -> catalogue.find(endpoint.exchange()));
    }

    /// The version of the build, or nothing where the build did not say.
    Optional<String> version() {
        return Optional.ofNullable(build.getIfAvailable()).map(BuildProperties::getVersion);
    }
}
