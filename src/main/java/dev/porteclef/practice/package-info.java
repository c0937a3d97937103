/// The practice exchange: behaves as Bitfinex's v2 API does, for trying everything without an account. Absent in
/// production.
@NullMarked
package dev.porteclef.practice;

import org.jspecify.annotations.NullMarked;
