/// Good manners toward exchanges: how fast they are called, in whose order, from which address, and when not at all.
///
/// All of it stands in the database, so that several nodes behave as one.
@NullMarked
package dev.porteclef.outbound;

import org.jspecify.annotations.NullMarked;
