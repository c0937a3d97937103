package dev.porteclef.platform.data;

import java.security.SecureRandom;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.spring.SpringConnectionFactory;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/// Wires what every feature takes by constructor: the database, the time and randomness.
@Configuration(proxyBeanMethods = false)
@EnableTransactionManagement
class DataConfiguration {

    /// Whoever reads at its own creation (the vault) finds the schema in place.
    @Bean
    @DependsOnDatabaseInitialization
    Jdbi jdbi(DataSource dataSource) {
        return JdbiSetup.on(new SpringConnectionFactory(dataSource));
    }

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    SecureRandom secureRandom() {
        return new SecureRandom();
    }
}
