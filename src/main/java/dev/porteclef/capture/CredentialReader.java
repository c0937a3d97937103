package dev.porteclef.capture;

import dev.porteclef.exchange.CredentialField;
import dev.porteclef.exchange.CredentialField.Kind;
import dev.porteclef.exchange.Credentials;
import dev.porteclef.exchange.Exchange;
import dev.porteclef.platform.i18n.Language;
import dev.porteclef.platform.secret.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads the fields that an exchange hands out, one a line in the order of its content; a field of kind PEM ends with
/// its `-----END` line. What was read is overwritten as soon as it is a [Secret].
final class CredentialReader {

    private static final String PEM_END = "-----END";
    private static final int MAX_LINE = 500;
    private static final int MAX_PEM = 10_000;
    private static final int MAX_INPUT = 40_000;

    private final Exchange exchange;

    CredentialReader(Exchange exchange) {
        this.exchange = exchange;
    }

    /// The whole pair; the caller closes it.
    ///
    /// @throws Misuse for anything but what can be sent
    Credentials read(Terminal terminal) {
        var prompt = terminal.prompt();
        return prompt != null ? fields(prompt) : piped(terminal);
    }

    private Credentials piped(Terminal terminal) {
        var bytes = bytes(terminal);
        // Anything but ASCII is refused below, whatever encoding it was meant in.
        var chars = StandardCharsets.ISO_8859_1.decode(ByteBuffer.wrap(bytes));
        try {
            var credentials = fields(_ -> nextLine(chars));
            for (var rest = nextLine(chars); rest != null; rest = nextLine(chars)) {
                if (!isBlank(rest)) {
                    credentials.close();
                    throw new Misuse("Standard input holds more lines than " + exchange.name() + " has fields ("
                            + exchange.credentials().size() + "); nothing was sent.");
                }
            }
            return credentials;
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Arrays.fill(chars.array(), '\0');
        }
    }

    private static byte[] bytes(Terminal terminal) {
        try {
            var bytes = terminal.in().readNBytes(MAX_INPUT + 1);
            if (bytes.length > MAX_INPUT) {
                throw new Misuse("Standard input is longer than any credentials; nothing was sent.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Credentials fields(Terminal.Prompt lines) {
        var read = new LinkedHashMap<String, Secret>();
        try {
            for (var field : exchange.credentials()) {
                read.put(field.name(), field(field, lines, read));
            }
            return new Credentials(read);
        } catch (Misuse e) {
            read.values().forEach(Secret::close);
            throw e;
        }
    }

    private Secret field(CredentialField field, Terminal.Prompt lines, Map<String, Secret> earlier) {
        var typed = field.kind() == Kind.PEM ? pem(field, lines) : lines.ask(label(field));
        if (typed == null) {
            throw new Misuse("Standard input ended before the field “" + label(field) + "”; nothing was sent.");
        }
        try {
            var secret = secret(field, typed);
            if (earlier.values().stream().anyMatch(secret::sameAs)) {
                secret.close();
                throw wrong(field, "is the same as one before it");
            }
            return secret;
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /// Everything up to the line that ends it; `null` where the input ends before.
    private char @Nullable [] pem(CredentialField field, Terminal.Prompt lines) {
        var whole = CharBuffer.allocate(MAX_PEM);
        try {
            for (var line = lines.ask(label(field)); line != null; line = lines.ask("")) {
                if (line.length >= whole.remaining()) {
                    throw wrong(field, "is too long");
                }
                whole.put(line).put('\n');
                var ended = line.length >= PEM_END.length()
                        && PEM_END.contentEquals(CharBuffer.wrap(line, 0, PEM_END.length()));
                Arrays.fill(line, '\0');
                if (ended) {
                    return Arrays.copyOf(whole.array(), whole.position());
                }
            }
            return null;
        } finally {
            Arrays.fill(whole.array(), '\0');
        }
    }

    private Secret secret(CredentialField field, char[] typed) {
        var from = 0;
        var to = typed.length;
        while (from < to && Character.isWhitespace(typed[from])) {
            from++;
        }
        while (to > from && Character.isWhitespace(typed[to - 1])) {
            to--;
        }
        if (from == to) {
            throw wrong(field, "is empty");
        }
        if (to - from > (field.kind() == Kind.PEM ? MAX_PEM : MAX_LINE)) {
            throw wrong(field, "is too long");
        }
        var bytes = new byte[to - from];
        for (var i = from; i < to; i++) {
            if (!isSendable(field.kind(), typed[i])) {
                Arrays.fill(bytes, (byte) 0);
                throw wrong(field, "holds a space or a character that no such field has");
            }
            bytes[i - from] = (byte) typed[i];
        }
        var secret = Secret.of(bytes);
        Arrays.fill(bytes, (byte) 0);
        return secret;
    }

    private static boolean isSendable(Kind kind, char c) {
        return switch (kind) {
            case KEY, SECRET -> c > ' ' && c < 0x7f;
            case PASSPHRASE -> c >= ' ' && c < 0x7f;
            case PEM -> c == '\n' || c == '\r' || (c >= ' ' && c < 0x7f);
        };
    }

    private static Misuse wrong(CredentialField field, String fault) {
        return new Misuse("The field “" + label(field) + "” " + fault + "; nothing was sent.");
    }

    private static String label(CredentialField field) {
        return field.label().in(Language.ENGLISH);
    }

    /// The characters up to the next line's end, which is skipped; `null` at the end.
    private static char @Nullable [] nextLine(CharBuffer chars) {
        if (!chars.hasRemaining()) {
            return null;
        }
        var line = new char[chars.remaining()];
        var length = 0;
        while (chars.hasRemaining()) {
            var c = chars.get();
            if (c == '\n') {
                break;
            }
            line[length++] = c;
        }
        var cut = Arrays.copyOf(line, length);
        Arrays.fill(line, '\0');
        return cut;
    }

    private static boolean isBlank(char[] line) {
        for (var c : line) {
            if (!Character.isWhitespace(c)) {
                return false;
            }
        }
        return true;
    }
}
