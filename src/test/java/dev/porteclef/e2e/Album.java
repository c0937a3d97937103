package dev.porteclef.e2e;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;

/// The pictures of one look: a language, a window and a colour scheme.
///
/// @param folder where they are put, by name
record Album(Customer customer, Path folder) {

    Album(Customer customer, Path folder, ColorScheme scheme) {
        this(customer, folder);
        customer.page()
                .emulateMedia(
                        new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    /// Opens an address within the customer's language and takes the page once `awaited` is there.
    void take(String path, String awaited, String name) {
        open(path, awaited);
        take(name);
    }

    void open(String path, String awaited) {
        customer.open(path);
        customer.page().locator(awaited).first().waitFor();
    }

    /// Takes the page at hand, all of it.
    void take(String name) {
        take(name, true);
    }

    /// Takes what the window shows: a dialog hangs in its middle.
    void takeWindow(String name) {
        take(name, false);
    }

    private void take(String name, boolean whole) {
        customer.settle();
        customer.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(folder.resolve(name + ".png"))
                        .setAnimations(ScreenshotAnimations.DISABLED)
                        .setFullPage(whole));
    }
}
