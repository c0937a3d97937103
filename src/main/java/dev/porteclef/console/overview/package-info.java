/// The figures of the console's overview. Counts rows of all keys and of all customers' ways, and what checks have
/// left,
/// by day; names nobody. Decision 0029.
@NullMarked
package dev.porteclef.console.overview;

import org.jspecify.annotations.NullMarked;
