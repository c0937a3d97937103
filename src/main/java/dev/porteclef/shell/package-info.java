/// What stands around every page: navigation, home, errors. Knows each feature only by its navigation.
@NullMarked
package dev.porteclef.shell;

import org.jspecify.annotations.NullMarked;
