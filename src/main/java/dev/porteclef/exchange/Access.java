package dev.porteclef.exchange;

/// The two columns of a permission dialog; exchanges grant them independently of each other.
public enum Access {
    READ,
    WRITE
}
