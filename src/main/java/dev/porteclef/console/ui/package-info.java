/// The pages of support's console, the desk where it reads what customers ask among them.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.console.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
