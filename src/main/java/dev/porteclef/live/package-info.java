/// Tells open pages, on every node, that what they show has changed. What has changed they read themselves: only topics
/// travel. Knows no feature; whoever writes announces, whoever draws follows. Decision 0019.
@NullMarked
package dev.porteclef.live;

import org.jspecify.annotations.NullMarked;
