package dev.porteclef.platform.ui;

/// Published as an event after the text of a page that is open to everybody has changed: what was kept of such pages is
/// forgotten.
public record PublicTextChanged() {}
