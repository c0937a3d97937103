package dev.porteclef.launch;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.config.StartRefused;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/// Looks at everything that could stop the start while nothing has been opened for writing yet.
/// Works on the very properties the portal is about to start with, whatever file, variable or option they came from.
final class Preflight implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        check(event.getEnvironment());
    }

    /// @throws StartRefused with the one sentence to print; nothing has been changed then
    static void check(ConfigurableEnvironment environment) {
        var installation = Declarations.read(environment);
        settle(environment, installation);
        var database = new DatabaseCheck(environment);
        if (environment.acceptsProfiles(Profiles.of("prod"))) {
            ProductionRules.check(environment, installation, database);
        }
        MailRules.check(environment, installation.mail());
        PortCheck.check(Address.of(environment));
        OperationPort.check(environment);
        var data = Path.of(environment.getRequiredProperty("porteclef.data"));
        if (database.embedded()) {
            DataFolder.check(data, environment.getProperty("porteclef.keys", ""));
        }
        database.check();
        if (database.embedded()) {
            // Last, so that a refusal leaves no empty folder behind.
            DataFolder.create(data);
        }
    }

    /// Makes what is declared usable by everything that reads the environment later.
    static void settle(ConfigurableEnvironment environment, Installation installation) {
        environment.getPropertySources().addFirst(settled(environment, installation));
    }

    /// Folders as absolute paths (the embedded database refuses relative ones), and the declared proxies as the
    /// server wants them told.
    private static MapPropertySource settled(ConfigurableEnvironment environment, Installation installation) {
        var properties = new LinkedHashMap<String, Object>(Map.of("porteclef.data", absolute(environment, "data")));
        if (!environment.getProperty("porteclef.keys", "").isBlank()) {
            properties.put("porteclef.keys", absolute(environment, "keys"));
        }
        properties.putAll(Https.trusting(installation.proxy()));
        return new MapPropertySource("settled before the start", properties);
    }

    private static String absolute(ConfigurableEnvironment environment, String name) {
        return Path.of(environment.getRequiredProperty("porteclef." + name))
                .toAbsolutePath()
                .normalize()
                .toString();
    }

    /// After the configuration files and the logging, which listen to the same event.
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
