package dev.porteclef.help;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// `./porteclef in-step FAMILY…`: notes in a translation that it follows its original as that is now. Whoever runs it
/// has read both.
final class InStep {

    private static final Path CONTENT = Path.of("db/content/help");
    private static final String KEY = "in-step-with: ";

    private InStep() {}

    /// @param arguments the project's folder, then families
    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        for (var family : Arrays.asList(arguments).subList(1, arguments.length)) {
            var changed = note(root.resolve(CONTENT), family);
            System.out.println(family + (changed ? ": noted" : ": was in step"));
        }
    }

    /// Rewrites the one line of `fr/<family>.md`.
    ///
    /// @return whether it said something else before
    static boolean note(Path content, String family) throws IOException {
        var original = Files.readString(content.resolve("en").resolve(family + ".md"));
        var file = content.resolve("fr").resolve(family + ".md");
        var text = Files.readString(file);
        var now = noted(text, HelpCenter.hash(original));
        if (!now.equals(text)) {
            Files.writeString(file, now);
        }
        return !now.equals(text);
    }

    static String noted(String translation, String hash) {
        return String.join(
                "\n",
                List.of(translation.split("\n", -1)).stream()
                        .map(line -> line.startsWith(KEY) ? KEY + hash : line)
                        .toList());
    }
}
