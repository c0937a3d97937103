package dev.porteclef.key.ui;

import java.util.List;

/// What the parts of a verdict are put together from.
///
/// @param outgoingAddresses shown wherever the key's IP list may be the cause
record VerdictParts(KeyWords words, KeyEntries entries, List<String> outgoingAddresses) {}
