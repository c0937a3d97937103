/// The editors' pages.
@NullMarked
package dev.porteclef.editing.ui;

import org.jspecify.annotations.NullMarked;
