/// The pages of support's console.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.console.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
