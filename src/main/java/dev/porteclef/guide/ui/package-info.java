/// The guide's page.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.guide.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
