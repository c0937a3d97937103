/// Files of content as their authors wrote them, cut into lines and headings, and what is wrong with them.
@NullMarked
package dev.porteclef.platform.content;

import org.jspecify.annotations.NullMarked;
