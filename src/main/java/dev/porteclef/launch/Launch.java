package dev.porteclef.launch;

import dev.porteclef.capture.Capture;
import dev.porteclef.capture.Terminal;
import dev.porteclef.platform.config.StartRefused;
import java.io.Console;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts the portal as a process. Returns with the portal running, or ends the process: 2 for a command line that
/// cannot be understood, 75 when a later try may succeed, 78 when something must be changed first, 1 for the
/// unforeseen.
public final class Launch {

    private static final int USAGE = 2;

    private Launch() {}

    /// With the first word `backup`, `restore`, `capture` or `demo-data` it is the operator's tool that runs and ends
    /// the process;
    /// no portal starts.
    ///
    /// @param words the command line, see [Options]
    public static void start(Class<?> portal, String... words) {
        try {
            if (words.length > 0 && words[0].equals("capture")) {
                System.exit(Capture.run(List.of(words).subList(1, words.length), terminal()));
            }
            if (words.length > 0 && words[0].equals("healthy")) {
                System.exit(Healthy.ask(
                        System.getenv("PORTECLEF_OPERATION_ADDRESS"), System.getenv("PORTECLEF_OPERATION_PORT")));
            }
            if (words.length > 0 && Keeping.isCommand(words[0])) {
                System.exit(keep(List.of(words)));
            }
            if (words.length > 0 && words[0].equals("demo-data")) {
                System.exit(makeUp(List.of(words).subList(1, words.length)));
            }
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

    private static int keep(List<String> words) {
        return told(() -> Keeping.run(words, System.out));
    }

    private static int makeUp(List<String> words) {
        var terminal = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        try {
            return told(() -> MakingUp.run(words, System.out, terminal, Clock.systemUTC()));
        } catch (Options.UsageException e) {
            System.err.println(e.getMessage());
            System.err.print(MakingUpOptions.USAGE);
            return USAGE;
        }
    }

    /// What the process is to end with after `task`; a refusal is told in its one sentence.
    private static int told(Runnable task) {
        try {
            task.run();
            return 0;
        } catch (StartRefused e) {
            System.err.println(e.getMessage());
            return e.exitCode();
        } catch (Options.UsageException e) {
            throw e;
        } catch (RuntimeException e) {
            var refusal = Failures.refusal(e);
            System.err.println(refusal.map(Throwable::getMessage)
                    .orElse("Porteclef failed, for a reason it has no sentence for; the report follows."));
            if (refusal.isEmpty()) {
                e.printStackTrace();
            }
            return Failures.exitCode(e);
        }
    }

    private static ConfigurableApplicationContext run(Class<?> portal, Options options) {
        var application = new SpringApplication(portal);
        application.setWebApplicationType(WebApplicationType.SERVLET);
        application.setLogStartupInfo(false);
        application.addListeners(new Preflight());
        return application.run(options.arguments().toArray(String[]::new));
    }

    /// Who starts both ends of a terminal is asked for secrets without an echo; a pipe is read in silence.
    private static Terminal terminal() {
        Terminal.Prompt prompt = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .<Terminal.Prompt>map(console -> label -> console.readPassword("%s: ", label))
                .orElse(null);
        return new Terminal(System.in, System.out, System.err, prompt);
    }

    private static void announce(ConfigurableApplicationContext portal, PrintStream out) {
        out.println();
        out.println("Porteclef is ready: " + Address.of(portal.getEnvironment()) + " (Ctrl+C stops it)");
        out.flush();
    }
}
