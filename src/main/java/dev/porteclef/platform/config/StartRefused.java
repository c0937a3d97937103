package dev.porteclef.platform.config;

/// The portal must not start, and the message says why in one finished English sentence for the operator.
/// The launcher prints that sentence alone and ends the process with [#exitCode()]; throw it before anything is
/// changed.
public class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /// Something is declared, installed or stored wrongly; a new try without a change ends the same (`EX_CONFIG`).
    public static final int CONFIGURATION = 78;

    /// Something else is in the way right now; a later try may succeed (`EX_TEMPFAIL`).
    public static final int TEMPORARY = 75;

    private final int exitCode;

    /// Refuses because of the configuration or the data.
    public StartRefused(String sentence) {
        this(sentence, CONFIGURATION);
    }

    public StartRefused(String sentence, int exitCode) {
        super(sentence);
        this.exitCode = exitCode;
    }

    /// What the process ends with; never 0.
    public int exitCode() {
        return exitCode;
    }
}
