/// What an installation declares about itself: brand, addresses, folders.
@NullMarked
package dev.porteclef.platform.config;

import org.jspecify.annotations.NullMarked;
