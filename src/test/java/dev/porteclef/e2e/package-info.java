/// The portal as people meet it: the real application, a real browser.
@NullMarked
package dev.porteclef.e2e;

import org.jspecify.annotations.NullMarked;
