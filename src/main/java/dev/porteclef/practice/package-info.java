/// The practice exchange: behaves as Bitfinex's v2 API does, for trying everything without an account. Absent in
/// production.
///
/// Owns its keys and an HTTP server on loopback; publishes [dev.porteclef.exchange.PracticeEndpoint], so that the path
/// from form to verdict differs from the real one by the base address only. It answers with nothing but statuses and
/// bodies that are known from the real API (src/docs/exchanges/bitfinex.md); where the real order of checks is unknown,
/// [PracticeApi] says that the order is ours.
@NullMarked
package dev.porteclef.practice;

import org.jspecify.annotations.NullMarked;
