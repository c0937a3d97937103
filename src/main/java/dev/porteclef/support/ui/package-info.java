/// The page on which a customer asks and is answered, and the part of a page in which support answers.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.support.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
