/// Secrets while they are in memory: redacted, wiped, opened only with a token one can search for.
@NullMarked
package dev.porteclef.platform.secret;

import org.jspecify.annotations.NullMarked;
