package dev.porteclef.console;

import java.util.UUID;

/// A list that agents come back to.
///
/// @param own whether it is the signed-in agent's
/// @param shared whether all agents see it
/// @param forgettable whether the signed-in agent may forget it
/// @param query what stands behind the question mark of its address
public record SavedList(UUID id, boolean own, boolean shared, String name, String query, boolean forgettable) {}
