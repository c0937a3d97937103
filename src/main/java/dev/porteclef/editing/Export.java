package dev.porteclef.editing;

import dev.porteclef.help.ArticleId;
import dev.porteclef.help.HelpCenter;
import dev.porteclef.platform.security.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Service;

/// The published edits as the files they would be, so that they can come with the next version of the portal.
@Service
@PreAuthorize("hasRole('" + Role.Names.EDITOR + "')")
public class Export {

    /// The same content is the same archive.
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final PublishedEdits edits;
    private final HelpCenter help;

    Export(PublishedEdits edits, HelpCenter help) {
        this.edits = edits;
        this.help = help;
    }

    /// How many files differ from what came with the portal.
    public int size() {
        return differing().size();
    }

    /// A zip of every file that differs, each at its path in the sources and byte for byte as it would lie there.
    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (var file : differing().entrySet()) {
                var entry = new ZipEntry(file.getKey());
                entry.setTimeLocal(ALWAYS);
                zip.putNextEntry(entry);
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("an archive in memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    private Map<String, String> differing() {
        var files = new TreeMap<String, String>();
        edits.published().shown().forEach((id, text) -> {
            if (!isPackaged(id, text)) {
                files.put(help.path(id), text);
            }
        });
        return files;
    }

    private boolean isPackaged(ArticleId id, String text) {
        return help.packaged(id).filter(text::equals).isPresent();
    }
}
