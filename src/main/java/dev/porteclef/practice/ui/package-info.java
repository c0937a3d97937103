/// The practice exchange's key dialog.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.practice.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
