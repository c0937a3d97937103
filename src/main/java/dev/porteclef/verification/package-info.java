/// Judges a credential it is handed: asks the exchange, compares, names the cause. Owns no key.
@NullMarked
package dev.porteclef.verification;

import org.jspecify.annotations.NullMarked;
