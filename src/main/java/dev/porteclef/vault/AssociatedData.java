package dev.porteclef.vault;

import java.nio.charset.StandardCharsets;

/// The context a ciphertext is bound to: parts joined so that no two different lists give the same bytes.
final class AssociatedData {

    private AssociatedData() {}

    static byte[] of(String purpose, Object... parts) {
        var text = new StringBuilder("porteclef/1/").append(purpose);
        for (var part : parts) {
            var value = part.toString();
            text.append('|').append(value.length()).append(':').append(value);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] of(SecretPlace place) {
        return of(
                "secret", place.owner(), place.table(), place.row(), place.exchange(), place.field(), place.version());
    }
}
