package dev.porteclef.bench;

import java.util.Arrays;
import java.util.List;

/// Repeated measurements of one thing, by rank: a single slow run on a busy machine moves nothing.
record Samples(List<Double> values) {

    Samples {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured");
        }
        values = List.copyOf(values);
    }

    static Samples of(double... values) {
        return new Samples(Arrays.stream(values).boxed().toList());
    }

    double median() {
        return quantile(0.5);
    }

    /// A quarter lies below.
    double lower() {
        return quantile(0.25);
    }

    /// A quarter lies above.
    double upper() {
        return quantile(0.75);
    }

    /// What nineteen of twenty stay below.
    Samples p95() {
        return Samples.of(quantile(0.95));
    }

    int count() {
        return values.size();
    }

    /// Between two ranks it is taken in proportion.
    private double quantile(double share) {
        var sorted = values.stream().sorted().toList();
        var rank = share * (sorted.size() - 1);
        var below = (int) Math.floor(rank);
        var above = (int) Math.ceil(rank);
        return sorted.get(below) + (rank - below) * (sorted.get(above) - sorted.get(below));
    }
}
