/// What every feature may use: language, people's identity and roles, secrets in memory, limits, data access, page
/// building.
/// Imports no feature.
@ApplicationModule(type = ApplicationModule.Type.OPEN)
@NullMarked
package dev.porteclef.platform;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
