/// Questions to support about one key, and the redacted report that goes with each. Uses `key` for what is known of a
/// key; never opens anything.
@NullMarked
package dev.porteclef.support;

import org.jspecify.annotations.NullMarked;
