/// The database as the features see it: one Jdbi, value types mapped once.
@NullMarked
package dev.porteclef.platform.data;

import org.jspecify.annotations.NullMarked;
