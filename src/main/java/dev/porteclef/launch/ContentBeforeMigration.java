package dev.porteclef.launch;

import dev.porteclef.exchange.ExchangeCatalogue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A release whose content is wrong leaves the database as it was: the catalogue is read before any migration runs.
@Configuration(proxyBeanMethods = false)
class ContentBeforeMigration {

    @Bean
    FlywayMigrationStrategy contentFirst(ObjectProvider<ExchangeCatalogue> catalogue) {
        return flyway -> {
            catalogue.ifAvailable(ExchangeCatalogue::all);
            flyway.migrate();
        };
    }
}
