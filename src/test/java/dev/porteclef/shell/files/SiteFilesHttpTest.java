package dev.porteclef.shell.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.porteclef.testing.RunningPortal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a browser is told of files by the running demo, and what stands in the first HTML.
class SiteFilesHttpTest {

    private static final Pattern HASHED = Pattern.compile("files/[\\w-]+\\.([0-9a-f]{16})\\.(?:css|svg)");

    @TempDir
    static Path home;

    private static RunningPortal portal;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        portal = RunningPortal.start(home);
    }

    @AfterAll
    static void stop() {
        portal.close();
    }

    @Test
    void every_hashed_file_of_a_page_is_what_its_name_says_and_may_be_kept_for_ever() throws Exception {
        var named = HASHED.matcher(text("/en")).results().toList();
        assertThat(named)
                .extracting(found -> found.group().replaceAll("\\.[0-9a-f]{16}", ""))
                .contains("files/site.css", "files/aura.css", "files/logo.svg", "files/key.svg");
        for (var found : named) {
            var answer = get("/" + found.group());
            assertThat(answer.statusCode()).as(found.group()).isEqualTo(200);
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(answer.body()))
                    .substring(0, 16);
            assertThat(hash).as(found.group()).isEqualTo(found.group(1));
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
            assertThat(header(answer, "Vary")).isEqualTo("Accept-Encoding");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void the_joined_sheet_is_complete_and_leads_to_files_that_are_there() throws Exception {
        var sheet = text("/" + site());
        assertThat(sheet)
                .contains("--ground:", ".site-header", ".permission-grid", ".key-card")
                .doesNotContain("@import");
        var addresses =
                Pattern.compile("url\\(([^)]*)\\)").matcher(sheet).results().toList();
        assertThat(addresses).hasSizeGreaterThan(25);
        for (var found : addresses) {
            var address = URI.create("/" + site()).resolve(found.group(1)).toString();
            assertThat(get(address).statusCode()).as(address).isEqualTo(200);
        }
    }

    @Test
    void it_is_sent_compressed_and_not_at_all_to_who_has_it() throws Exception {
        var plain = get("/" + site());
        var compressed = get("/" + site(), "Accept-Encoding", "gzip, deflate");
        assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
        assertThat(compressed.body().length).isLessThan(plain.body().length / 3);
        try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
            assertThat(unzipped.readAllBytes()).isEqualTo(plain.body());
        }
        assertThat(header(compressed, "ETag")).isNotEqualTo(header(plain, "ETag"));
        assertThat(get("/" + site(), "If-None-Match", header(plain, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(get(
                                "/" + site(),
                                "Accept-Encoding",
                                "gzip",
                                "If-None-Match",
                                "\"other\", " + header(compressed, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(get("/" + site(), "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
        assertThat(get("/" + site(), "Accept-Encoding", "gzip;q=0").body()).isEqualTo(plain.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/styles.css", "/styles/base.css", "/icons/arrow.svg", "/aura/aura.css"})
    void addresses_without_a_hash_work_and_are_asked_for_again(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void the_bundle_may_be_kept_for_ever_and_what_is_missing_may_not() throws Exception {
        var scripts = Pattern.compile("VAADIN/build/[\\w./-]+\\.js").matcher(text("/en"));
        assertThat(scripts.find()).isTrue();
        var script = get("/" + scripts.group(), "Accept-Encoding", "gzip, br");
        assertThat(script.statusCode()).isEqualTo(200);
        assertThat(header(script, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(script, "Content-Encoding")).isEqualTo("br");
        for (var missing : List.of("/VAADIN/build/nothing-12345678.js", "/files/site.0123456789abcdef.css")) {
            var answer = get(missing);
            assertThat(answer.statusCode()).as(missing).isEqualTo(404);
            assertThat(answer.headers().firstValue("Set-Cookie")).as(missing).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).doesNotContain("immutable");
        }
    }

    /// Fourteen kilobytes are what a server may send before it hears from the browser again. The text of the guide
    /// alone is more than that.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/en",
                "/fr",
                "/en/help",
                "/fr/help",
                "/fr/help/bitfinex/10114",
                "/fr/guides/bitfinex",
                "/en/sign-in"
            })
    void the_first_html_brings_its_styles_and_its_text(String path) throws Exception {
        var html = text(path);
        assertThat(html).contains("<style>:where(:root){cursor:default;");
        assertThat(html.indexOf("<base ")).isBetween(0, html.indexOf("<style>:where(:root)"));
        assertThat(html.indexOf("rel=\"stylesheet\"")).isGreaterThan(html.indexOf("id=\"outlet\""));
        var sent = get(path, "Accept-Encoding", "gzip").body().length;
        assertThat(sent).isLessThan(path.contains("guides") ? 27_000 : 14_000);
    }

    private String site() throws Exception {
        var found = Pattern.compile("files/site\\.[0-9a-f]{16}\\.css").matcher(text("/en"));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private String text(String path) throws Exception {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(portal.at(path))).header("Accept", "text/html,*/*");
        return client.send(
                (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofByteArray());
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
