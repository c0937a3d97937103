/// From the command line to a running portal, or to one clear sentence about why not.
/// Everything that can be known beforehand (port, folders, database, declarations) is checked before anything is
/// created or changed. Called by `main` alone; no other package imports it.
@NullMarked
package dev.porteclef.launch;

import org.jspecify.annotations.NullMarked;
