/// Two whole languages: which one a page speaks, and its texts.
@NullMarked
package dev.porteclef.platform.i18n;

import org.jspecify.annotations.NullMarked;
