package dev.porteclef.capture;

/// The command line or the input cannot be used, and nothing was sent; the message is one finished sentence
/// that repeats nothing of what was typed but options.
final class Misuse extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Misuse(String sentence) {
        super(sentence);
    }
}
