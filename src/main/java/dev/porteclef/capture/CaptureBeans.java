package dev.porteclef.capture;

import dev.porteclef.exchange.Exchange;
import dev.porteclef.exchange.ExchangeAdapter;
import dev.porteclef.exchange.ExchangeCatalogue;
import dev.porteclef.exchange.ExchangeTransport;
import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;

/// The exchanges' content, adapters and transport, and nothing else of the portal.
///
/// Deliberately no `@Configuration`: the portal scans this package too, and must find nothing here. Without a practice
/// exchange the transport's allow-list holds the real hosts alone.
@ComponentScan(
        basePackageClasses = ExchangeCatalogue.class,
        excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ExchangeTransport.class))
final class CaptureBeans {

    private CaptureBeans() {}

    /// Reads and checks the content; the caller closes.
    ///
    /// @throws RuntimeException when the content is wrong, already told on standard error
    static ConfigurableApplicationContext start() {
        var application = new SpringApplication(CaptureBeans.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLogStartupInfo(false);
        return application.run();
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static RecordingTransport transport(ExchangeTransport.AllowedHosts allowed, Clock clock) {
        return new RecordingTransport(allowed, clock);
    }

    static Wiring wiring(ConfigurableApplicationContext context) {
        return new Wiring(
                context.getBean(ExchangeCatalogue.class),
                context.getBeanProvider(ExchangeAdapter.class).stream().toList(),
                context.getBean(RecordingTransport.class),
                Exchange::live,
                context.getBean(Clock.class));
    }
}
