/// Finds articles, sections of guides and words of the glossary, whatever way somebody asks for them.
@NullMarked
package dev.porteclef.help.search;

import org.jspecify.annotations.NullMarked;
