/// The page on which customers read the policy.
@NullMarked
package dev.porteclef.policy.ui;

import org.jspecify.annotations.NullMarked;
