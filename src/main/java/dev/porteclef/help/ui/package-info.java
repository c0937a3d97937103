/// The help center's pages.
@NullMarked
package dev.porteclef.help.ui;

import org.jspecify.annotations.NullMarked;
