package dev.porteclef.bench;

/// How much is measured: the whole, or a quick look whose figures are rough.
enum Scale {
    WHOLE,
    QUICK;

    int of(int whole, int quick) {
        return switch (this) {
            case WHOLE -> whole;
            case QUICK -> quick;
        };
    }
}
