package dev.porteclef.launch;

import dev.porteclef.platform.config.StartRefused;
import org.springframework.core.env.Environment;

/// Where health and metrics are answered: never where the pages are.
final class OperationPort {

    private OperationPort() {}

    /// @throws StartRefused where it would be the public port, or could not be listened on
    static void check(Environment environment) {
        var port = environment.getProperty("management.server.port", Integer.class, 0);
        if (port < 0) {
            return;
        }
        var pages = Address.of(environment).port();
        if (environment.getProperty("management.server.port", "").isBlank() || (port != 0 && port == pages)) {
            throw new StartRefused("Health and metrics must not be answered on the public port: set"
                    + " PORTECLEF_OPERATION_PORT to another one than " + pages + ", or to -1 for none.");
        }
        try {
            PortCheck.check(new Address(environment.getProperty("management.server.address"), port, false));
        } catch (StartRefused e) {
            throw new StartRefused(
                    "The port of health and metrics cannot be had (PORTECLEF_OPERATION_PORT): " + e.getMessage(),
                    e.exitCode());
        }
    }
}
