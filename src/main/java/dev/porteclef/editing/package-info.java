/// Where editors correct the help center: shared drafts, publications that readers see at once on every node, their
/// history, and what an upgrade changed under them. Publishes what `help` shows over its files. Decision 0024.
@NullMarked
package dev.porteclef.editing;

import org.jspecify.annotations.NullMarked;
