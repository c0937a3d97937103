/// `./porteclef bench`: how fast and how large the portal is, as ratios against something plain measured beside it in
/// the same run (src/docs/decisions/0011-speed-is-a-ratio.md). No test of the build depends on what comes out.
@NullMarked
package dev.porteclef.bench;

import org.jspecify.annotations.NullMarked;
