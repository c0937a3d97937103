/// The way of customers to their first green key: when each reached the guide, the form, the first check that said
/// something, and green. One row a customer, gone with the account; nothing about readers who never sign in. Decision
/// 0029.
@NullMarked
package dev.porteclef.journey;

import org.jspecify.annotations.NullMarked;
