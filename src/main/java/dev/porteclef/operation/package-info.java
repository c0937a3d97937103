/// What an operator needs to run the portal: health, metrics, logs without secrets, backup and restore. Watches other
/// modules and is used by none but the launch.
@NullMarked
package dev.porteclef.operation;

import org.jspecify.annotations.NullMarked;
