/// How Bitfinex is asked: signing, sending, reading its answers. Facts: src/docs/exchanges/bitfinex.md.
@NullMarked
package dev.porteclef.exchange.bitfinex;

import org.jspecify.annotations.NullMarked;
