package dev.porteclef.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;

/// What of a process's heap is in use, after a whole collection, as the JDK counts it object by object.
///
/// @param histogram as `jcmd` prints it, the largest class first
record LiveHeap(String histogram) {

    static LiveHeap of(Child process) throws IOException {
        // Twice: what the first collection only made collectable (cleaners, references) is gone after the second.
        histogramOf(process);
        return new LiveHeap(histogramOf(process));
    }

    private static String histogramOf(Child process) throws IOException {
        var jcmd = new ProcessBuilder(Child.tool("jcmd").toString(), Long.toString(process.pid()), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        try {
            var output = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (jcmd.waitFor() != 0) {
                throw new IOException("jcmd failed:\n" + output);
            }
            return output;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    long bytes() {
        return histogram
                .lines()
                .filter(line -> line.startsWith("Total"))
                .map(line -> line.trim().split("\\s+"))
                .mapToLong(total -> Long.parseLong(total[2]))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no total in:\n" + histogram));
    }

    /// What has come since `earlier`, per page, the largest first: `byte[] 40.1 KB (312), …`.
    String growthSince(LiveHeap earlier, int pages) {
        var before = earlier.classes();
        return classes().values().stream()
                .map(now -> now.minus(before.getOrDefault(now.name(), new Kind(now.name(), 0, 0))))
                .sorted(Comparator.comparingLong(Kind::bytes).reversed())
                .limit(6)
                .map(kind -> kind.name().replaceAll(".*[.$]", "") + " "
                        + new Figure(kind.bytes() / 1000.0 / pages, "KB") + " (" + kind.count() / pages + ")")
                .collect(Collectors.joining(", "));
    }

    private Map<String, Kind> classes() {
        return histogram
                .lines()
                .filter(line -> line.matches("\\s*\\d+:\\s+\\d.*"))
                .map(line -> line.trim().split("\\s+"))
                .map(line -> new Kind(line[3], Long.parseLong(line[1]), Long.parseLong(line[2])))
                .collect(Collectors.toMap(Kind::name, kind -> kind, Kind::plus));
    }

    /// All objects of one class. Several loaders may have a class of one name.
    private record Kind(String name, long count, long bytes) {

        Kind plus(Kind other) {
            return new Kind(name, count + other.count, bytes + other.bytes);
        }

        Kind minus(Kind other) {
            return new Kind(name, count - other.count, bytes - other.bytes);
        }
    }
}
