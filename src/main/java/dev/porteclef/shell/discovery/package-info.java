/// How the pages that everybody may read are found: the list for search engines, and the feed of what has changed.
@NullMarked
package dev.porteclef.shell.discovery;

import org.jspecify.annotations.NullMarked;
