package dev.porteclef.help;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What articles are sorted by, in the order of the help center's entrance.
public enum Topic {
    TROUBLE,
    ERRORS,
    CONNECT,
    PERMISSIONS,
    IP,
    NONCE,
    ROTATION,
    LEAK,
    SECURITY,
    MONEY,
    ACCOUNT,
    OUTAGE,
    CLAIMS,
    SUPPORT,
    GLOSSARY;

    /// As it stands in front matter and addresses.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The key of its name.
    public String translationKey() {
        return "help.topic." + name();
    }

    /// The topic called `word`, if there is one.
    public static Optional<Topic> of(String word) {
        return Arrays.stream(values())
                .filter(topic -> topic.word().equals(word))
                .findFirst();
    }
}
