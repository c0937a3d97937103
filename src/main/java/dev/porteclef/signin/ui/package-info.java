/// The sign-in and sign-up pages.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.signin.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
