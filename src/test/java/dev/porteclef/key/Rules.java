package dev.porteclef.key;

import dev.porteclef.platform.config.Installation;
import dev.porteclef.platform.config.MailSettings;
import java.nio.file.Path;
import java.util.List;

/// Rules of an installation that declares little.
public final class Rules {

    private Rules() {}

    /// How old a key may get where that is declared to be `days`.
    public static RotationRule rotation(int days) {
        return new RotationRule(new Installation(
                new Installation.Brand("Test", null, null),
                List.of("51.38.112.198"),
                Path.of("data"),
                Path.of("keys"),
                List.of(),
                days,
                MailSettings.NONE,
                Installation.Outbound.USUAL,
                Installation.Watch.USUAL,
                Installation.Readers.USUAL));
    }
}
