/// Looks after keys by itself: checks each again and again at a rhythm that exchanges can bear, recognises when the
/// exchange and not the key is at fault, and says so.
@NullMarked
package dev.porteclef.watch;

import org.jspecify.annotations.NullMarked;
