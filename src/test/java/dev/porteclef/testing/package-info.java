/// What tests stand on: real databases, the portal as a process of its own, a real browser.
@NullMarked
package dev.porteclef.testing;

import org.jspecify.annotations.NullMarked;
