package dev.porteclef.verification;

import org.jspecify.annotations.Nullable;

/// What the exchange said about a key. Only an answer of the exchange makes one.
public sealed interface Verdict {

    /// Key and secret are accepted and every required box is granted.
    record Accepted() implements Verdict {}

    /// Accepted, but boxes that the strategy requires are missing; which ones is in the [Comparison].
    record MissingPermission() implements Verdict {}

    /// Key and secret are not accepted; the answer does not tell which of the known causes it is.
    record CredentialsRejected(@Nullable String code) implements Verdict {}

    /// The exchange itself names the calling address.
    record IpNotAllowed(@Nullable String code) implements Verdict {}

    /// The key has seen a larger nonce than ours, twice in a row.
    record NonceConflict(@Nullable String code) implements Verdict {}

    /// The name under which a verdict is stored.
    default Kind kind() {
        return switch (this) {
            case Accepted _ -> Kind.ACCEPTED;
            case MissingPermission _ -> Kind.MISSING_PERMISSION;
            case CredentialsRejected _ -> Kind.CREDENTIALS_REJECTED;
            case IpNotAllowed _ -> Kind.IP_NOT_ALLOWED;
            case NonceConflict _ -> Kind.NONCE_CONFLICT;
        };
    }

    /// The exchange's error code behind the verdict, if there was one.
    default @Nullable String errorCode() {
        return switch (this) {
            case Accepted _, MissingPermission _ -> null;
            case CredentialsRejected(var code) -> code;
            case IpNotAllowed(var code) -> code;
            case NonceConflict(var code) -> code;
        };
    }

    /// Names of verdicts in the database and in texts.
    enum Kind {
        ACCEPTED,
        MISSING_PERMISSION,
        CREDENTIALS_REJECTED,
        IP_NOT_ALLOWED,
        NONCE_CONFLICT
    }
}
