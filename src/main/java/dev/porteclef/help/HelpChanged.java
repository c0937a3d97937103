package dev.porteclef.help;

/// The help center says something else from now on; published in the process on every node, after the new shelf is in
/// place.
public record HelpChanged(Shelf shelf) {}
