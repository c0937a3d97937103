package dev.porteclef.capture;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the command line asks for. There is no option for a credential: those stay in the shell's history.
///
/// @param exchange `null` for the only one there is
/// @param out folder of the fixtures, absolute
/// @param scenario as typed, `null` where none was named
record CaptureOptions(
        Task task,
        @Nullable String exchange,
        Path out,
        @Nullable String scenario) {

    static final String USAGE = """
            Usage: ./porteclef capture [OPTION...]

            Asks the real exchange once what the checks ask, with a key given on standard input, and writes the answers
            without anything secret or personal.

              --scenario NAME   which case this is; --list tells the wanted ones
              --exchange NAME   which exchange (default: the only one there is)
              --out DIR         folder of the answers (default: captures, beside this script)
              --list            which cases are wanted, and how to bring each about
              --help            this text

            The credentials come one a line, in the order in which the exchange shows them (Bitfinex: key, then secret):
            typed unseen, or through a pipe. Never on the command line.

            Ends with 0 when the exchange answered, 75 when it was not reached, 2 on misuse (nothing was sent).
            """;

    /// Nothing that is not clearly an option is ever repeated: it may be a credential in the wrong place.
    private static final Pattern OPTION = Pattern.compile("--?[a-z-]{1,16}");

    enum Task {
        HELP,
        LIST,
        CAPTURE
    }

    /// Accepts `--out x` and `--out=x`; relative folders are seen from the working directory.
    ///
    /// @throws Misuse for everything that is not an option
    static CaptureOptions parse(List<String> words) {
        var task = Task.CAPTURE;
        String exchange = null;
        String scenario = null;
        var out = Path.of(System.getProperty("launcher.home", "."), "captures");
        var rest = words.iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            switch (name) {
                case "--help", "-h" -> task = Task.HELP;
                case "--list" -> task = Task.LIST;
                case "--exchange", "--scenario", "--out" -> {
                    if (equals < 0 && !rest.hasNext()) {
                        throw new Misuse("A value is missing after " + name + ".");
                    }
                    var value = equals < 0 ? rest.next() : word.substring(equals + 1);
                    switch (name) {
                        case "--exchange" -> exchange = value;
                        case "--scenario" -> scenario = value;
                        default -> out = folder(value);
                    }
                }
                default -> throw unknown(name);
            }
        }
        return new CaptureOptions(task, exchange, out.toAbsolutePath().normalize(), scenario);
    }

    private static Misuse unknown(String name) {
        return OPTION.matcher(name).matches()
                ? new Misuse("Unknown option " + name + "; ./porteclef capture --help tells those there are.")
                : new Misuse("A word on the command line is no option; credentials go to standard input only.");
    }

    private static Path folder(String value) {
        try {
            if (!value.isBlank()) {
                return Path.of(value);
            }
        } catch (InvalidPathException e) {
            // Said below, as for a blank one.
        }
        throw new Misuse("--out takes a folder.");
    }
}
