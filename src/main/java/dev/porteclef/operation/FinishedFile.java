package dev.porteclef.operation;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Gives a file that was written under another name its own, and takes that name from no other file.
public final class FinishedFile {

    private FinishedFile() {}

    /// Lets `finished` be found as `name`, in the same folder or one of the same disk, from one moment to the next.
    /// Where the disk knows no second names, another process could still slip in between its last look
    /// and the move.
    ///
    /// @throws FileAlreadyExistsException where something bears the name; it stays as it is
    public static void name(Path finished, Path name) throws IOException {
        try {
            Files.createLink(name, finished);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException e) {
            move(finished, name);
            return;
        }
        Files.delete(finished);
    }

    static void move(Path finished, Path name) throws IOException {
        // A rename replaces what is there.
        if (Files.exists(name, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(name.toString());
        }
        Files.move(finished, name, StandardCopyOption.ATOMIC_MOVE);
    }
}
