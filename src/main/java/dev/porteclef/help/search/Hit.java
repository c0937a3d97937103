package dev.porteclef.help.search;

/// Something that was found.
///
/// @param summary its summary, or the passage that answers, with the words of the question marked
public record Hit(Findable found, Excerpt title, Excerpt summary, double score) {}
