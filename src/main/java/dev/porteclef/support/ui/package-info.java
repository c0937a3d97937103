/// The page on which a customer asks, and the list in which support reads.
@NullMarked
package dev.porteclef.support.ui;

import org.jspecify.annotations.NullMarked;
