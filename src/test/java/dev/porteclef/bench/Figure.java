package dev.porteclef.bench;

import java.util.Locale;

/// A number with its unit, written with three significant digits.
record Figure(double value, String unit) {

    static final String RATIO = "×";

    static Figure ratio(double value) {
        return new Figure(value, RATIO);
    }

    @Override
    public String toString() {
        return number(value) + " " + unit;
    }

    static String number(double value) {
        var size = Math.abs(value);
        var decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
        return String.format(Locale.ROOT, "%,." + decimals + "f", value);
    }
}
