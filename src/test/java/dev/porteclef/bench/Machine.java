package dev.porteclef.bench;

import com.sun.management.OperatingSystemMXBean;
import com.vaadin.flow.server.Version;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.SpringBootVersion;

/// Where and with what was measured. No names of hosts or people.
record Machine(Map<String, String> facts) {

    /// The machine and the work tree at hand.
    static Machine here() {
        var facts = new LinkedHashMap<String, String>();
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        facts.put("date", Instant.now().truncatedTo(ChronoUnit.MINUTES).toString());
        facts.put("commit", commit());
        facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
        facts.put("memory", Math.round(system.getTotalMemorySize() / (double) (1 << 30)) + " GiB");
        facts.put(
                "load at the start",
                String.format(Locale.ROOT, "%.1f (a quiet machine has less than 0.5)", system.getSystemLoadAverage()));
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        facts.put("JDK", System.getProperty("java.vendor") + " " + System.getProperty("java.runtime.version"));
        facts.put("Spring Boot", SpringBootVersion.getVersion());
        facts.put("Vaadin Flow", Version.getFullVersion());
        facts.put("H2", org.h2.engine.Constants.VERSION);
        return new Machine(facts);
    }

    private static String commit() {
        var head = git("rev-parse", "--short=10", "HEAD");
        if (head.isEmpty()) {
            return "unknown";
        }
        return git("status", "--porcelain").isEmpty() ? head : head + ", with changes";
    }

    /// Empty where there is no git or no repository.
    private static String git(String... words) {
        var command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.waitFor() == 0 ? output : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
