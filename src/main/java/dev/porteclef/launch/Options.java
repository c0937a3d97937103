package dev.porteclef.launch;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What the command line asks for, as the properties that Spring understands.
///
/// @param arguments in the form `--name=value`; folders are absolute
record Options(List<String> arguments) {

    static final String USAGE = """
            Options:
              --port N          answer on this port (default 8080; 0 takes any free one)
              --data DIR        folder of the embedded database (default: data)
              --keys DIR        folder of the master key (default: keys)
              --profile NAME    postgres: the demo on a given PostgreSQL; prod: production
              --name.of=value   any single property
            """;

    Options {
        arguments = List.copyOf(arguments);
    }

    /// Accepts `--port 80` and `--port=80`; relative folders are seen from the working directory.
    ///
    /// @throws UsageException for everything that is not an option
    static Options parse(String... words) {
        var arguments = new ArrayList<String>();
        var rest = Arrays.asList(words).iterator();
        while (rest.hasNext()) {
            var word = rest.next();
            var equals = word.indexOf('=');
            var name = equals < 0 ? word : word.substring(0, equals);
            if (name.startsWith("--") && name.contains(".") && equals > 0) {
                arguments.add(word);
                continue;
            }
            if (!List.of("--port", "--data", "--keys", "--profile").contains(name)) {
                throw new UsageException("Unknown option " + word + ".");
            }
            if (equals < 0 && !rest.hasNext()) {
                throw new UsageException("A value is missing after " + name + ".");
            }
            var value = equals < 0 ? rest.next() : word.substring(equals + 1);
            arguments.add(property(name, value));
        }
        return new Options(arguments);
    }

    private static String property(String name, String value) {
        return switch (name) {
            case "--port" -> "--server.port=" + port(value);
            case "--data" -> "--porteclef.data=" + folder(name, value);
            case "--keys" -> "--porteclef.keys=" + folder(name, value);
            default -> "--spring.profiles.active=" + profile(value);
        };
    }

    private static int port(String value) {
        if (value.matches("[0-9]{1,5}") && Integer.parseInt(value) <= 65_535) {
            return Integer.parseInt(value);
        }
        throw new UsageException("--port takes a number from 0 to 65535, not " + value + ".");
    }

    private static Path folder(String name, String value) {
        try {
            if (!value.isBlank()) {
                return Path.of(value).toAbsolutePath().normalize();
            }
        } catch (InvalidPathException e) {
            throw new UsageException(name + " names no possible folder: " + e.getReason() + ".");
        }
        throw new UsageException(name + " takes a folder.");
    }

    private static String profile(String value) {
        if (value.equals("postgres") || value.equals("prod")) {
            return value;
        }
        throw new UsageException("--profile takes postgres or prod, not " + value + ".");
    }

    /// The command line cannot be understood; the message says which word.
    static final class UsageException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        UsageException(String sentence) {
            super(sentence);
        }
    }
}
