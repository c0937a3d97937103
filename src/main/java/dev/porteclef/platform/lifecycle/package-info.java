/// The end of this process, as those see it who are in the middle of something.
@NullMarked
package dev.porteclef.platform.lifecycle;

import org.jspecify.annotations.NullMarked;
