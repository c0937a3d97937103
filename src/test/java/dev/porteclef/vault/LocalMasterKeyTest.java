package dev.porteclef.vault;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchService;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of the master key: whole or not there.
class LocalMasterKeyTest {

    private static final String FILE = "master-keyset.json";

    @TempDir
    Path folder;

    @Test
    void a_new_key_is_the_only_file_and_its_owners_own() throws IOException {
        var made = LocalMasterKey.createIn(folder);

        assertThat(folder).isDirectoryContaining(file -> file.endsWith(FILE));
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(1);
        }
        assertThat(LocalMasterKey.readFrom(folder).id()).isEqualTo(made.id());
        assumeThat(folder.getFileSystem().supportedFileAttributeViews()).contains("posix");
        assertThat(Files.getPosixFilePermissions(folder.resolve(FILE)))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }

    /// Only Linux tells of every single change of a folder.
    @Test
    void a_new_key_is_never_written_under_its_own_name() throws Exception {
        assumeThat(System.getProperty("os.name")).isEqualTo("Linux");
        try (var watch = folder.getFileSystem().newWatchService()) {
            folder.register(watch, ENTRY_CREATE, ENTRY_MODIFY);
            LocalMasterKey.createIn(folder);
            Files.createFile(folder.resolve("the end"));

            var kinds = new ArrayList<String>();
            for (var change : changesUntilTheEnd(watch)) {
                if (Path.of(FILE).equals(change.context())) {
                    kinds.add(change.kind().name());
                }
            }
            assertThat(kinds).containsExactly(ENTRY_CREATE.name());
        }
    }

    @Test
    void an_existing_key_is_not_replaced() throws IOException {
        LocalMasterKey.createIn(folder);
        var before = Files.readAllBytes(folder.resolve(FILE));

        assertThatThrownBy(() -> LocalMasterKey.createIn(folder)).isInstanceOf(MasterKeyException.class);
        assertThat(folder.resolve(FILE)).hasBinaryContent(before);
        try (var files = Files.list(folder)) {
            assertThat(files).as("nothing is left behind").hasSize(1);
        }
    }

    @Test
    void an_empty_or_truncated_key_cannot_be_read() throws IOException {
        LocalMasterKey.createIn(folder);
        var file = folder.resolve(FILE);
        var whole = Files.readString(file);
        for (var part :
                List.of("", "{}", "[]", "null", whole.substring(0, 1), whole.substring(0, whole.length() / 2))) {
            Files.writeString(file, part);

            assertThatThrownBy(() -> LocalMasterKey.readFrom(folder))
                    .as(part)
                    .isInstanceOf(MasterKeyException.class)
                    .hasMessageContaining("cannot be read");
        }
    }

    private static List<WatchEvent<?>> changesUntilTheEnd(WatchService watch) throws InterruptedException {
        var changes = new ArrayList<WatchEvent<?>>();
        do {
            var next = Objects.requireNonNull(watch.poll(30, TimeUnit.SECONDS), "no further change was told");
            changes.addAll(next.pollEvents());
            next.reset();
        } while (changes.stream().noneMatch(change -> Path.of("the end").equals(change.context())));
        return changes;
    }
}
