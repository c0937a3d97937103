/// How pages follow a topic, and how they say so to those who do not see them.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.live.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
