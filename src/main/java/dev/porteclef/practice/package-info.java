/// The practice exchange: behaves as Bitfinex's v2 API does, for trying everything without an account. Absent in
/// production.
///
/// Owns its keys, what befalls them ([Mishaps]), the rehearsal of every mistake ([Rehearsal]) and an HTTP
/// server on loopback; publishes [dev.porteclef.exchange.PracticeEndpoint], so that the path from form to
/// verdict differs from the real one by the base address only. It answers with nothing but statuses and
/// bodies that are known from the real API (src/docs/exchanges/bitfinex.md); where the real order of checks
/// is unknown, [PracticeApi] says that the order is ours. Listens to [dev.porteclef.key.KeyJudged]: the
/// server knows what was really wrong ([PracticeTruth]), that event says what the portal made of it, and both
/// together earn a tick.
@NullMarked
package dev.porteclef.practice;

import org.jspecify.annotations.NullMarked;
