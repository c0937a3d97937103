/// Signing in and up: one configuration class per factor.
@NullMarked
package dev.porteclef.signin;

import org.jspecify.annotations.NullMarked;
