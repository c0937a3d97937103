/// The pages of a customer's own keys.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.key.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
