package dev.porteclef.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import dev.porteclef.platform.i18n.Language;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One real Chromium for all tests of a run, started at the first use and closed with the JVM. To be used by one
/// thread.
/// It is the one that `PORTECLEF_BROWSER` names, else one on the `PATH`, else Playwright's own.
public final class Browser {

    /// Long enough for a busy machine; waiting ends as soon as the awaited is there.
    private static final double PATIENCE_IN_MILLISECONDS = 20_000;

    private Browser() {}

    /// The two windows in which every page is looked at.
    public enum Screen {
        PHONE(390, 844),
        DESKTOP(1280, 900);

        private final int width;
        private final int height;

        Screen(int width, int height) {
            this.width = width;
            this.height = height;
        }
    }

    /// A new person in front of a browser: no cookies, no storage. Close it at the end of the test.
    public static BrowserContext person(Language language, Screen screen, ColorScheme scheme) {
        return person(new NewContextOptions()
                .setLocale(
                        switch (language) {
                            case ENGLISH -> "en-GB";
                            case FRENCH -> "fr-FR";
                        })
                .setTimezoneId("Europe/Paris")
                .setViewportSize(screen.width, screen.height)
                .setColorScheme(scheme)
                .setHasTouch(screen == Screen.PHONE)
                .setIsMobile(screen == Screen.PHONE)
                .setPermissions(List.of("clipboard-read", "clipboard-write")));
    }

    /// A new person with a browser as `options` have it.
    public static BrowserContext person(NewContextOptions options) {
        var context = Chromium.RUNNING.newContext(options);
        context.setDefaultTimeout(PATIENCE_IN_MILLISECONDS);
        context.setDefaultNavigationTimeout(2 * PATIENCE_IN_MILLISECONDS);
        return context;
    }

    /// A page of a new person in a light window; closing its context closes it.
    public static Page page(Language language, Screen screen) {
        return person(language, screen, ColorScheme.LIGHT).newPage();
    }

    private static Optional<Path> executable() {
        var named = System.getenv("PORTECLEF_BROWSER");
        if (named != null && !named.isBlank()) {
            return Optional.of(Path.of(named));
        }
        var path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser")
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator)).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static final class Chromium {

        private static final com.microsoft.playwright.Browser RUNNING = launch();

        private static com.microsoft.playwright.Browser launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_IN_MILLISECONDS);
            var playwright = Playwright.create();
            var options = new BrowserType.LaunchOptions()
                    .setArgs(List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-quic",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync"));
            executable().ifPresent(options::setExecutablePath);
            var browser = playwright.chromium().launch(options);
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            return browser;
        }
    }
}
