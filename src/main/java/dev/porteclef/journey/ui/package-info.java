/// Sees pages that are steps of the way when they are reached.
@NullMarked
package dev.porteclef.journey.ui;

import org.jspecify.annotations.NullMarked;
