/// What the build refuses: crossed boundaries, unguarded routes, missing texts.
@NullMarked
package dev.porteclef.architecture;

import org.jspecify.annotations.NullMarked;
