package dev.porteclef.bench;

import java.util.ArrayList;
import java.util.List;

/// The same quantity of two things, measured in turn, so that whatever else the machine is doing meets both. Who
/// begins changes from pair to pair.
record Pairs(Samples subject, Samples reference) {

    /// Measures one of the two once.
    @FunctionalInterface
    interface Measure {

        double take() throws Exception;
    }

    /// @param warmUps pairs that are not counted
    static Pairs alternating(int warmUps, int pairs, Measure subject, Measure reference) throws Exception {
        var subjects = new ArrayList<Double>();
        var references = new ArrayList<Double>();
        for (var pair = -warmUps; pair < pairs; pair++) {
            double ofSubject;
            double ofReference;
            if (pair % 2 == 0) {
                ofSubject = subject.take();
                ofReference = reference.take();
            } else {
                ofReference = reference.take();
                ofSubject = subject.take();
            }
            if (pair >= 0) {
                subjects.add(ofSubject);
                references.add(ofReference);
            }
        }
        return new Pairs(new Samples(subjects), new Samples(references));
    }

    /// The ratio of each pair. The median of these is the figure; it need not be the ratio of the two medians.
    Samples ratios() {
        List<Double> ratios = new ArrayList<>();
        for (var pair = 0; pair < subject.count(); pair++) {
            ratios.add(subject.values().get(pair) / reference.values().get(pair));
        }
        return new Samples(ratios);
    }
}
