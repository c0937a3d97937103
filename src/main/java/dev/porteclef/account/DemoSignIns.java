package dev.porteclef.account;

import dev.porteclef.platform.config.Installation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/// The demo's passwords: made at random once per data folder, kept in `demo-sign-ins.properties` there, which only
/// the owner of the process can read.
@Component
@Profile("!prod")
class DemoSignIns {

    /// No 0/o, 1/l/i, 2/z, 5/s, 8/b, u/v: easy to read from a terminal and to type on a phone.
    private static final String ALPHABET = "acdefghjkmnpqrtwxy34679";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5;

    private final Path file;
    private final SecureRandom random;

    DemoSignIns(Installation installation, SecureRandom random) {
        this.file = installation.data().resolve("demo-sign-ins.properties");
        this.random = random;
    }

    Path file() {
        return file;
    }

    /// A password for each of the demo's people: the file's, or a new one that is in the file when this returns.
    Map<DemoAccounts.Person, String> readOrMake() {
        try {
            var kept = read();
            var passwords = new EnumMap<DemoAccounts.Person, String>(DemoAccounts.Person.class);
            for (var person : DemoAccounts.Person.values()) {
                passwords.put(person, kept.getProperty(person.email(), ""));
            }
            if (passwords.containsValue("")) {
                passwords.replaceAll((_, password) -> password.isEmpty() ? newPassword() : password);
                write(passwords);
            }
            return passwords;
        } catch (IOException e) {
            throw new UncheckedIOException("the demo's sign-ins cannot be kept in " + file, e);
        }
    }

    private Properties read() throws IOException {
        var kept = new Properties();
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            }
        }
        return kept;
    }

    private void write(Map<DemoAccounts.Person, String> passwords) throws IOException {
        var lines =
                new ArrayList<String>(List.of("# Demo sign-ins of this data folder; delete the file for new ones."));
        passwords.forEach((person, password) -> lines.add(person.email() + "=" + password));
        var folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        // Born with its permissions and moved into place whole: nobody reads it early, no crash leaves half of it.
        var draft = Files.getFileStore(folder).supportsFileAttributeView("posix")
                ? Files.createTempFile(folder, "demo-sign-ins", ".tmp", ownerOnly)
                : Files.createTempFile(folder, "demo-sign-ins", ".tmp");
        Files.write(draft, lines);
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private String newPassword() {
        return IntStream.range(0, GROUPS).mapToObj(_ -> newGroup()).collect(Collectors.joining("-"));
    }

    private String newGroup() {
        return random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                .mapToObj(place -> ALPHABET.substring(place, place + 1))
                .collect(Collectors.joining());
    }
}
