/// The append-only record of every security-relevant act, written in the transaction of the act itself.
@NullMarked
package dev.porteclef.audit;

import org.jspecify.annotations.NullMarked;
