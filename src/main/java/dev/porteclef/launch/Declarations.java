package dev.porteclef.launch;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.config.StartRefused;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;

/// What the installation declares about itself, read as strictly as the portal reads it later.
final class Declarations {

    /// The variables that begin with `PORTECLEF_`; any other is a slip of the pen that would go unnoticed.
    private static final Set<String> VARIABLES = Set.of(
            "PORTECLEF_ADDRESS",
            "PORTECLEF_BRAND_BILLING",
            "PORTECLEF_BRAND_NAME",
            "PORTECLEF_BRAND_SUPPORT",
            "PORTECLEF_BROWSER",
            "PORTECLEF_DATA",
            "PORTECLEF_DB_PASSWORD",
            "PORTECLEF_DB_URL",
            "PORTECLEF_DB_USER",
            "PORTECLEF_KEYS",
            "PORTECLEF_LOG_FORMAT",
            "PORTECLEF_MAIL_FROM",
            "PORTECLEF_MAIL_PORTAL",
            "PORTECLEF_OPERATION_ADDRESS",
            "PORTECLEF_OPERATION_PORT",
            "PORTECLEF_OUTGOING_ADDRESSES",
            "PORTECLEF_PORT",
            "PORTECLEF_PROXY",
            "PORTECLEF_ROTATION_DAYS");

    private Declarations() {}

    /// @throws StartRefused for a key or variable that does not exist, or a value of the wrong form; values, which may
    ///     be secret, are never told
    static Installation read(ConfigurableEnvironment environment) {
        refuseUnknownVariables(environment);
        try {
            var installation = Binder.get(environment)
                    .bind(
                            "porteclef",
                            Bindable.of(Installation.class),
                            new NoUnboundElementsBindHandler(
                                    org.springframework.boot.context.properties.bind.BindHandler.DEFAULT,
                                    new UnboundElementsSourceFilter()))
                    .get();
            for (var proxy : installation.proxy()) {
                if (!IpLiteral.isOne(proxy)) {
                    throw new StartRefused(
                            "porteclef.proxy must list IP addresses, separated by commas; “" + proxy + "” is none.");
                }
            }
            return installation;
        } catch (BindException e) {
            throw refusal(e);
        }
    }

    private static void refuseUnknownVariables(ConfigurableEnvironment environment) {
        var unknown = new TreeSet<String>();
        if (environment.getPropertySources().get(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
                instanceof org.springframework.core.env.EnumerablePropertySource<?> variables) {
            for (var name : variables.getPropertyNames()) {
                if (name.startsWith("PORTECLEF_") && !VARIABLES.contains(name)) {
                    unknown.add(name);
                }
            }
        }
        if (!unknown.isEmpty()) {
            throw new StartRefused("Unknown environment variable " + String.join(", ", unknown) + "; these exist: "
                    + String.join(", ", new TreeSet<>(VARIABLES)) + ".");
        }
    }

    private static StartRefused refusal(BindException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnboundConfigurationPropertiesException unbound) {
                var names = new TreeSet<String>();
                unbound.getUnboundProperties()
                        .forEach(property -> names.add(property.getName().toString()));
                return new StartRefused("Unknown setting " + String.join(", ", names) + "; check its spelling.");
            }
        }
        ConfigurationPropertyName name = e.getName();
        return new StartRefused("The setting " + name + " has a value of the wrong form.");
    }
}
