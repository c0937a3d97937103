/// Porteclef: from an exchange account to a connected trading bot, with a key that cannot take the money out.
@NullMarked
package dev.porteclef;

import org.jspecify.annotations.NullMarked;
