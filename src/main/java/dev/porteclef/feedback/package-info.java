/// Whether articles help: what readers say, and the measure that counts, whose next check was green without asking
/// support. Decision 0025.
@NullMarked
package dev.porteclef.feedback;

import org.jspecify.annotations.NullMarked;
