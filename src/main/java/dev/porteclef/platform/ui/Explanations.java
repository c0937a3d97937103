package dev.porteclef.platform.ui;

/// Which troubleshooting entries the guides have, so that no page links to one that is not there. Pages ask by text, as
/// with [Addresses], and need not know the guides.
@FunctionalInterface
public interface Explanations {

    /// Whether the guide of `exchange` has an entry under this error code or name of a situation.
    boolean has(String exchange, String entry);
}
