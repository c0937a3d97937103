/// A customer's own journal, and what it says of one thing for pages that show that.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.audit.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
