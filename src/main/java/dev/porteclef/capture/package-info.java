/// An operator's tool: asks a real exchange once with a key given on standard input, and writes what it answers,
/// redacted, as fixtures. Settles what nobody could try where the portal was built.
///
/// Owns the scenarios and harmless words of an exchange's `capture.yaml` and the form of the fixtures
/// (`src/docs/captures.md`). Uses the exchanges' content, adapters and transport, and nothing else of the portal: no
/// database, no web server. Called by the launch alone; nothing here is a bean of the running portal.
@ApplicationModule(allowedDependencies = {"exchange", "platform"})
@NullMarked
package dev.porteclef.capture;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
