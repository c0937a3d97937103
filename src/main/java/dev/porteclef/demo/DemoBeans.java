package dev.porteclef.demo;

import dev.porteclef.exchange.ExchangeCatalogue;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/// The exchanges' content and nothing else of the portal. Deliberately no `@Configuration`: the portal scans this
/// package too, and must find nothing here.
@ComponentScan(basePackageClasses = ExchangeCatalogue.class)
public final class DemoBeans {

    private DemoBeans() {}

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }
}
