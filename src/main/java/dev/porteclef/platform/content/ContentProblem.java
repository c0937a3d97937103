package dev.porteclef.platform.content;

/// One thing that is wrong with a file of content, told so that an editor finds it at once.
///
/// @param file path of the file inside the content (`db/content/exchanges/bitfinex/exchange.yaml`)
/// @param line counted from 1
/// @param sentence what is wrong, in English, without a full stop
public record ContentProblem(String file, int line, String sentence) {

    /// The form that editors and terminals turn into a link: `file:line: sentence`.
    @Override
    public String toString() {
        return file + ":" + line + ": " + sentence;
    }
}
