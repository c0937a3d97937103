/// Every rate limit of the portal in one enum.
@NullMarked
package dev.porteclef.platform.limits;

import org.jspecify.annotations.NullMarked;
