package dev.porteclef.shell.files;

import dev.porteclef.platform.security.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/// A file that is kept in memory as it is sent. Its name contains the beginning of the SHA-256 of its content: whoever
/// has the name has the content, for ever.
final class StaticFile {

    private static final int HASH_BYTES = 8;

    private final String name;
    private final String type;
    private final String hash;
    private final byte[] plain;
    private final Optional<byte[]> gzip;

    /// @param stem the name without hash and ending (`site`)
    /// @param ending `css`, `svg`
    StaticFile(String stem, String ending, String text) {
        this.plain = text.getBytes(StandardCharsets.UTF_8);
        this.hash = HexFormat.of().formatHex(Tokens.hash(text), 0, HASH_BYTES);
        this.name = stem + "." + hash + "." + ending;
        this.type = switch (ending) {
            case "css" -> "text/css;charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> throw new IllegalArgumentException("no file ends in " + ending);
        };
        var compressed = compressed(plain);
        this.gzip = compressed.length < plain.length ? Optional.of(compressed) : Optional.empty();
    }

    String name() {
        return name;
    }

    String type() {
        return type;
    }

    byte[] plain() {
        return plain;
    }

    /// The same compressed, where that is smaller.
    Optional<byte[]> gzip() {
        return gzip;
    }

    /// Names the very bytes that are sent, hence another one for the compressed.
    String tag(boolean compressed) {
        return compressed ? "\"" + hash + "-gzip\"" : "\"" + hash + "\"";
    }

    private static byte[] compressed(byte[] plain) {
        var bytes = new ByteArrayOutputStream(plain.length / 2);
        try (var zip = new Thorough(bytes)) {
            zip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// It is done once and sent for years.
    private static final class Thorough extends GZIPOutputStream {

        private Thorough(ByteArrayOutputStream bytes) throws IOException {
            super(bytes);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
