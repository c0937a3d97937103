/// The help center: articles about every code, situation and question, in two whole languages. What an article says of
/// a code, a box or a limit it takes from the catalogue, so that it cannot contradict it. Decision 0026.
@NullMarked
package dev.porteclef.help;

import org.jspecify.annotations.NullMarked;
