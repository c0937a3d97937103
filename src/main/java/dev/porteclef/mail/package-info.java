/// Mail to customers: an outbox that joins the transaction of what is told, the dispatcher that sends it, the texts,
/// what a customer wants by mail, and the word by which they recognise it. Uses `key` and `exchange` for what the texts
/// speak of, `account` for whom they go to. Knows no occasion by itself: `reminder` does.
@NullMarked
package dev.porteclef.mail;

import org.jspecify.annotations.NullMarked;
