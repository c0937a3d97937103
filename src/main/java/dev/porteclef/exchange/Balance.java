package dev.porteclef.exchange;

/// How much of a balance answer the portal looks at: numbers of wallets, never amounts.
///
/// @param wallets how many wallets were listed
/// @param funded how many of them hold more than nothing
public record Balance(int wallets, int funded) {}
