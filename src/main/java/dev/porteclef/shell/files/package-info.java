/// What browsers are handed beside the pages: style sheets and pictograms under names that change with their content,
/// and the styles that stand in a page's first HTML. Decision 0022.
@NullMarked
package dev.porteclef.shell.files;

import org.jspecify.annotations.NullMarked;
