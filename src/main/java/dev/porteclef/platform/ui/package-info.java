/// Building blocks of pages: a page in a language, Markdown, icons, copy buttons.
@NullMarked
package dev.porteclef.platform.ui;

import org.jspecify.annotations.NullMarked;
