package dev.porteclef.launch;

import java.io.PrintStream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the portal as a process. Returns with the portal running, or ends the process: 2 for a command line that
/// cannot be understood, 75 when a later try may succeed, 78 when something must be changed first, 1 for the
/// unforeseen.
public final class Launch {

    private static final int USAGE = 2;

    private Launch() {}

    /// @param words the command line, see [Options]
    public static void start(Class<?> portal, String... words) {
        try {
            announce(run(portal, Options.parse(words)), System.out);
        } catch (Options.UsageException e) {
            System.err.println(e.getMessage());
            System.err.print(Options.USAGE);
            System.exit(USAGE);
        } catch (RuntimeException e) {
            // Already told: on standard error by PlainRefusals, or in the log with its stack trace.
            System.exit(Failures.exitCode(e));
        }
    }

    private static ConfigurableApplicationContext run(Class<?> portal, Options options) {
        var application = new SpringApplication(portal);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setLogStartupInfo(false);
        application.addListeners(new Preflight());
        return application.run(options.arguments().toArray(String[]::new));
    }

    private static void announce(ConfigurableApplicationContext portal, PrintStream out) {
        out.println();
        out.println("Porteclef is ready: " + Address.of(portal.getEnvironment()));
        out.println("Press Ctrl+C to stop it.");
        out.flush();
    }
}
