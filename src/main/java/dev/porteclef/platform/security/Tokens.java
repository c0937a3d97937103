package dev.porteclef.platform.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// Tokens that are an address's only proof, and the hashes that are stored of them. Plain SHA-256 suffices: nobody
/// tries 256 random bits.
public final class Tokens {

    private static final int TOKEN_BYTES = 32;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");

    private Tokens() {}

    /// A new token: 256 random bits as 43 characters that an address can hold.
    public static String next(SecureRandom random) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whether `text` has the shape of a token.
    public static boolean isOne(String text) {
        return TOKEN.matcher(text).matches();
    }

    /// The SHA-256 of a text's UTF-8 bytes.
    public static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
