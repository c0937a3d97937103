package dev.porteclef.key;

/// How old a key's secret is, by the [RotationRule]. No exchange enforces it.
public enum Rotation {
    FINE,
    /// Shortly before the age at which a key should be replaced.
    DUE,
    OVERDUE;

    /// The key of its text in both languages; that of [#OVERDUE] takes [RotationRule#days()].
    public String translationKey() {
        return "key.rotation." + name();
    }
}
