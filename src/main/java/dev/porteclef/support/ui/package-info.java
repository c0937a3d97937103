/// The page on which a customer asks and is answered, where support reads, and where it answers.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.support.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
