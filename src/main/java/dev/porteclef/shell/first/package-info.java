/// The first answer of a page: its whole text as HTML, drawn by the page's own components before any script runs.
/// Owns the drawing and who gets it; the live page takes over by [dev.porteclef.shell.HandOver].
@NullMarked
package dev.porteclef.shell.first;

import org.jspecify.annotations.NullMarked;
