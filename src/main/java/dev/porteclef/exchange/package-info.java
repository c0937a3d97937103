/// The catalogue of exchanges and the port through which one is asked about a key.
/// Owns what is known of an exchange as data (facts, credential fields, permission boxes, strategy profiles, error
/// codes, outcome rules); each exchange's way of signing and answering is one adapter in a sub-package.
@NullMarked
package dev.porteclef.exchange;

import org.jspecify.annotations.NullMarked;
