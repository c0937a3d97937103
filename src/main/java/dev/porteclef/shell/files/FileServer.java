package dev.porteclef.shell.files;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Serves [SiteFiles], before anything that could ask who the reader is, and says of the other static files how long
/// they may be kept: what has a hash in its name for ever, everything else only if it is asked for again.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class FileServer extends OncePerRequestFilter {

    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final String ASK_AGAIN = "no-cache";

    /// Of the precompiled bundle; each name ends in a hash.
    private static final Pattern BUNDLED = Pattern.compile("/VAADIN/build/.+-[\\w-]{8}\\.(js|css|woff2)");

    private static final Pattern UNHASHED = Pattern.compile("/styles\\.css|/(styles|icons|images|aura)/.+");

    private final SiteFiles files;

    FileServer(SiteFiles files) {
        this.files = files;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var asks = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        var file = asks && path.startsWith("/" + SiteFiles.FOLDER)
                ? files.find(path.substring(1 + SiteFiles.FOLDER.length()))
                : Optional.<StaticFile>empty();
        if (file.isPresent()) {
            serve(file.get(), request, response);
        } else if (BUNDLED.matcher(path).matches()) {
            chain.doFilter(request, new Keeping(response, FOR_EVER));
        } else if (UNHASHED.matcher(path).matches()) {
            chain.doFilter(request, new Keeping(response, ASK_AGAIN));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static void serve(StaticFile file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var compressed = file.gzip().isPresent() && takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        response.setHeader(HttpHeaders.CACHE_CONTROL, FOR_EVER);
        response.setHeader(HttpHeaders.ETAG, file.tag(compressed));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (names(request.getHeader(HttpHeaders.IF_NONE_MATCH), file.tag(compressed))) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        var content = compressed ? file.gzip().orElseThrow() : file.plain();
        if (compressed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        response.setContentType(file.type());
        response.setContentLength(content.length);
        if (request.getMethod().equals("GET")) {
            response.getOutputStream().write(content);
        }
    }

    private static boolean takesGzip(@Nullable String accepted) {
        return accepted != null
                && Arrays.stream(accepted.toLowerCase(Locale.ROOT).split(","))
                        .map(String::strip)
                        .anyMatch(word -> word.startsWith("gzip") && !word.matches(".*;\\s*q=0(\\.0*)?"));
    }

    private static boolean names(@Nullable String tags, String tag) {
        return tags != null
                && Arrays.stream(tags.split(","))
                        .map(String::strip)
                        .anyMatch(word -> word.equals("*") || word.equals(tag) || word.equals("W/" + tag));
    }

    /// Flow says of every file how long it may be kept when it has found it; here it says so in other words.
    private static final class Keeping extends HttpServletResponseWrapper {

        private final String howLong;

        private Keeping(HttpServletResponse response, String howLong) {
            super(response);
            this.howLong = howLong;
        }

        @Override
        public void setHeader(String name, String value) {
            super.setHeader(name, name.equalsIgnoreCase(HttpHeaders.CACHE_CONTROL) ? howLong : value);
        }
    }
}
