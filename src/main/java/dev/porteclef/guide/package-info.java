/// The onboarding guide of an exchange, and the permission grid drawn as the exchange's own dialog.
@NullMarked
package dev.porteclef.guide;

import org.jspecify.annotations.NullMarked;
