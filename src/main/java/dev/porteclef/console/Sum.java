package dev.porteclef.console;

/// How many there are, counted up to a bound: nobody waits for the last of a million.
///
/// @param number at most the bound
/// @param more whether there are more than that
public record Sum(int number, boolean more) {

    /// @param counted up to one more than `bound`
    static Sum of(int counted, int bound) {
        return new Sum(Math.min(counted, bound), counted > bound);
    }
}
