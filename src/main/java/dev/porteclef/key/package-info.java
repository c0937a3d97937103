/// A customer's exchange keys: connect, look, check again, delete. Keeps the state that a verification found.
@NullMarked
package dev.porteclef.key;

import org.jspecify.annotations.NullMarked;
