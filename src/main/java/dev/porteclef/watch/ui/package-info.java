/// How incidents look, the same wherever they are told or previewed.
@NamedInterface("ui")
@NullMarked
package dev.porteclef.watch.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
