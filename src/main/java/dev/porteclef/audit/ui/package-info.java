/// A customer's own journal.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
