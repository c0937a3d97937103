package dev.porteclef.exchange;

import java.util.Arrays;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A customer's choice: one profile and any add-ons, by id. Its text form (`spot+transfers`) stands in addresses and
/// in the database.
///
/// @param addOns in alphabetical order
public record Strategy(String profile, Set<String> addOns) {

    public Strategy {
        addOns = Collections.unmodifiableSet(new TreeSet<>(addOns));
    }

    public static Strategy of(String profile) {
        return new Strategy(profile, Set.of());
    }

    /// Reads the text form; whether the exchange knows the names is checked by [Exchange#knows(Strategy)].
    public static Strategy parse(String text) {
        var parts = text.split("\\+", -1);
        return new Strategy(parts[0], Arrays.stream(parts).skip(1).collect(Collectors.toSet()));
    }

    @Override
    public String toString() {
        var text = new StringBuilder(profile);
        addOns.forEach(addOn -> text.append('+').append(addOn));
        return text.toString();
    }
}
