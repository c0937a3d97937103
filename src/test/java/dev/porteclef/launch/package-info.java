@NullMarked
package dev.porteclef.launch;

import org.jspecify.annotations.NullMarked;
