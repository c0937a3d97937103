/// What support and administrators see of all customers' keys: lists, groups, one key, and what can be done about them.
/// Reads the rows of other modules and writes none of them: every act goes through the module whose row it is. Never
/// opens anything.
@NullMarked
package dev.porteclef.console;

import org.jspecify.annotations.NullMarked;
