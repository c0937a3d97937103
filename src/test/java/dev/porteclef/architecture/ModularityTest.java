package dev.porteclef.architecture;

import dev.porteclef.Porteclef;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/// The modules are the packages beside [Porteclef]; a circle or a look into another's inside fails.
class ModularityTest {

    @Test
    void modules_use_only_what_others_publish_and_never_in_a_circle() {
        ApplicationModules.of(Porteclef.class).verify();
    }
}
