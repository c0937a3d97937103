package dev.porteclef.watch;

/// Whom something concerns now: so many keys, which belong to so many customers.
public record Reach(int keys, int customers) {}
