/// Who is acting: user ids, roles, the signed-in person.
@NullMarked
package dev.porteclef.platform.security;

import org.jspecify.annotations.NullMarked;
