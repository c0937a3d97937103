package dev.porteclef.capture;

import dev.porteclef.capture.CaptureContent.Scenario;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.config.StartRefused;
import dev.porteclef.platform.i18n.Language;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One run of the tool: asks an exchange once, writes the redacted answers, shows them.
///
/// Guarantees: reading calls only, each once, to the exchange's declared host; nonces in milliseconds; nothing is sent
/// unless all of the input can be used; no credential, amount or address of a person is written or printed.
public final class Capture {

    private static final int ANSWERED = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;
    private static final int NOT_REACHED = StartRefused.TEMPORARY;

    private static final String UNLABELLED = "unlabelled";
    private static final Pattern OWN_LABEL = Pattern.compile("own(-[a-z0-9]{1,12}){1,4}");

    private final Wiring wiring;
    private final Terminal terminal;

    Capture(Wiring wiring, Terminal terminal) {
        this.wiring = wiring;
        this.terminal = terminal;
    }

    /// Runs with the exchanges of this installation and returns what the process is to end with: 0 when the exchange
    /// answered, 75 when it was not reached, 2 on misuse, 1 when the answers could not be written.
    ///
    /// @param words the command line without the command
    /// @throws RuntimeException when the content is wrong, already told on standard error
    public static int run(List<String> words, Terminal terminal) {
        CaptureOptions options;
        try {
            options = CaptureOptions.parse(words);
        } catch (Misuse e) {
            terminal.err().println(e.getMessage());
            return MISUSED;
        }
        if (options.task() == CaptureOptions.Task.HELP) {
            terminal.out().print(CaptureOptions.USAGE);
            return ANSWERED;
        }
        try (var context = CaptureBeans.start()) {
            return new Capture(CaptureBeans.wiring(context), terminal).run(options);
        }
    }

    /// As [#run(List, Terminal)], with exchanges of the caller's.
    int run(CaptureOptions options) {
        try {
            return carryOut(options);
        } catch (Misuse e) {
            terminal.err().println(e.getMessage());
            return MISUSED;
        } catch (UncheckedIOException e) {
            terminal.err().println("A file could not be read or written: " + e.getMessage() + ".");
            return FAILED;
        } catch (RuntimeException e) {
            // Its message might quote what was about to be sent; where it happened cannot.
            terminal.err()
                    .println("Something unforeseen happened: " + e.getClass().getName());
            for (var place : e.getStackTrace()) {
                terminal.err().println("  at " + place);
            }
            return FAILED;
        }
    }

    private int carryOut(CaptureOptions options) {
        var exchange = exchange(options);
        var content = CaptureContent.of(exchange.id());
        return switch (options.task()) {
            case HELP -> throw new IllegalStateException("help needs no exchange");
            case LIST -> list(exchange, content);
            case CAPTURE -> capture(exchange, content, options);
        };
    }

    private int capture(Exchange exchange, CaptureContent content, CaptureOptions options) {
        var scenario = scenario(content, options);
        var folder = new FixtureFolder(options.out());
        folder.check();
        // A person can still turn back at the prompt; a pipe that is refused gets its one sentence and no more.
        if (terminal.prompt() != null) {
            warn(exchange, scenario);
        }
        try (var credentials = new CredentialReader(exchange).read(terminal)) {
            if (terminal.prompt() == null) {
                warn(exchange, scenario);
            }
            noteShapes(exchange, credentials);
            var redaction = new Redaction(exchange, content.words(), credentials);
            var captured = new Round(wiring, exchange).run(scenario.probe(), credentials);
            show(exchange, scenario, captured, redaction);
            var fixture =
                    new Fixture(exchange, scenario.name(), wiring.address().apply(exchange), credentials, redaction);
            return write(folder, scenario, captured, fixture, redaction);
        }
    }

    private int write(
            FixtureFolder folder, Scenario scenario, List<Captured> captured, Fixture fixture, Redaction redaction) {
        for (var each : captured) {
            var text = fixture.write(each);
            if (redaction.isBroken(text)) {
                terminal.err()
                        .println("An answer holds a credential in a place nobody thought of; it was not written.");
                return FAILED;
            }
            terminal.out().println(folder.write(each.evidence().at(), scenario.name(), each, text));
        }
        return captured.stream().anyMatch(Captured::reached) ? ANSWERED : NOT_REACHED;
    }

    private void show(Exchange exchange, Scenario scenario, List<Captured> captured, Redaction redaction) {
        var out = terminal.out();
        out.println(exchange.name() + ", " + wiring.address().apply(exchange) + ", scenario " + scenario.name());
        out.println();
        Summary.print(captured, redaction, out);
        out.println();
        captured.stream()
                .flatMap(each -> redaction.unknownScopes(each).stream())
                .distinct()
                .forEach(scope -> out.println("A scope that the content does not know: " + scope));
        Findings.of(scenario.probe(), captured).stream().distinct().forEach(out::println);
    }

    private void warn(Exchange exchange, Scenario scenario) {
        var err = terminal.err();
        if (scenario.name().equals(UNLABELLED)) {
            err.println("No --scenario is named; --list tells which are wanted.");
        }
        if (!scenario.setup().isBlank()) {
            paragraph(err, "Beforehand: ", scenario.setup());
        }
        paragraph(
                err,
                "",
                "Use a key made for this and delete it afterwards: the calls count for the key, as any program's do.");
        for (var program : exchange.programs()) {
            var caution = program.caution();
            if (caution != null) {
                paragraph(err, "- " + program.name().in(Language.ENGLISH) + ": ", caution.in(Language.ENGLISH) + ".");
            }
        }
    }

    /// What is unusual is said and tried all the same: no exchange promises the form of its keys.
    private void noteShapes(Exchange exchange, Credentials credentials) {
        for (var field : exchange.credentials()) {
            var usual = field.usualLength();
            var length = credentials.get(field.name()).length();
            if (usual != null && usual != length) {
                terminal.err()
                        .println("The field “" + field.label().in(Language.ENGLISH) + "” has " + length
                                + " characters, where " + usual + " are usual.");
            }
        }
    }

    private int list(Exchange exchange, CaptureContent content) {
        var out = terminal.out();
        out.println("Cases wanted of " + exchange.name() + ", for --scenario:");
        for (var scenario : content.scenarios()) {
            out.println();
            out.println(scenario.name());
            paragraph(out, "  settles: ", scenario.settles());
            paragraph(out, "  set-up:  ", scenario.setup());
        }
        out.println();
        paragraph(out, "", "Anything else: a label of your own that begins with own-, such as own-new-body.");
        return ANSWERED;
    }

    private static void paragraph(PrintStream out, String lead, String text) {
        out.print(Paragraph.of(lead, text));
    }

    private Exchange exchange(CaptureOptions options) {
        var all = wiring.catalogue().all();
        var names = all.stream().map(exchange -> exchange.id().value()).collect(Collectors.joining(", "));
        if (options.exchange() == null) {
            if (all.size() == 1) {
                return all.getFirst();
            }
            throw new Misuse("--exchange takes one of " + names + ".");
        }
        return all.stream()
                .filter(exchange -> exchange.id().value().equals(options.exchange()))
                .findFirst()
                .orElseThrow(() -> new Misuse("--exchange takes one of " + names + "."));
    }

    private static Scenario scenario(CaptureContent content, CaptureOptions options) {
        var name = options.scenario();
        if (name == null) {
            return Scenario.own(UNLABELLED);
        }
        return content.scenario(name)
                .or(() -> OWN_LABEL.matcher(name).matches() ? Optional.of(Scenario.own(name)) : Optional.empty())
                .orElseThrow(() -> new Misuse("--scenario takes one of "
                        + content.scenarios().stream().map(Scenario::name).collect(Collectors.joining(", "))
                        + ", or a label of your own that begins with own-."));
    }
}
