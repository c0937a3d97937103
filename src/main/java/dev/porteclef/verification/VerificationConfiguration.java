package dev.porteclef.verification;

import java.util.concurrent.locks.LockSupport;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The real pause: parks the (virtual) thread.
@Configuration(proxyBeanMethods = false)
class VerificationConfiguration {

    @Bean
    Pause pause() {
        return length -> LockSupport.parkNanos(length.toNanos());
    }
}
