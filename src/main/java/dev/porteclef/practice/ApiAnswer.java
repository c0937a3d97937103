package dev.porteclef.practice;

/// A status and a body as the real API is known to send them (src/docs/exchanges/bitfinex.md); never a word of the
/// request in it.
record ApiAnswer(int status, String contentType, String body) {

    /// Seen for keys that do not exist.
    static final ApiAnswer KEY_UNKNOWN = refusal("[\"error\",10100,\"apikey: digest invalid\"]");

    /// Seen for keys that exist and a signature that does not fit, and where the headers were missing.
    static final ApiAnswer NOT_ACCEPTED = refusal("[\"error\",10100,\"apikey: invalid\"]");

    /// Seen where a nonce was not larger than the one before.
    static final ApiAnswer NONCE_SMALL = refusal("[\"error\",10114,\"nonce: small\"]");

    /// Reconstructed from what a public client reports for a call that the key has no right to.
    static final ApiAnswer NOT_PERMITTED = refusal("[\"error\",10001,\"api_key: permission invalid\"]");

    /// Known from older documentation; its status is not, and 500 is our choice: errors come with it.
    static final ApiAnswer MAINTENANCE = refusal("[\"error\", 20060, \"maintenance\"]");

    /// Two shapes are known of a limit that was reached.
    static final ApiAnswer RATE_LIMITED = json(429, "[\"error\", 11010, \"ratelimit: error\"]");

    static final ApiAnswer RATE_LIMITED_OBJECT = json(429, "{\"error\":\"ERR_RATE_LIMIT\"}");

    /// No body at all.
    static final ApiAnswer NOTHING = new ApiAnswer(500, "text/plain", "");

    /// In front of the API stand web servers that answer in HTML.
    static final ApiAnswer NO_SUCH_PAGE = page(404, "404 Not Found");

    static final ApiAnswer BAD_GATEWAY = page(502, "502 Bad Gateway");

    /// The documented answer of a platform at work.
    static final ApiAnswer OPERATIVE = ok("[1]");

    static ApiAnswer ok(String json) {
        return json(200, json);
    }

    /// Errors of the API come with status 500, whatever they are about.
    private static ApiAnswer refusal(String json) {
        return json(500, json);
    }

    private static ApiAnswer json(int status, String json) {
        return new ApiAnswer(status, "application/json; charset=utf-8", json);
    }

    private static ApiAnswer page(int status, String title) {
        return new ApiAnswer(
                status,
                "text/html; charset=utf-8",
                "<html><head><title>" + title + "</title></head><body><center><h1>" + title
                        + "</h1></center></body></html>");
    }
}
