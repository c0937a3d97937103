package dev.porteclef.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What staff do by calling this method. Every public method that lets staff in and customers not carries it; a test
/// compares the roles that are really let in with those of the deed. Decision 0030.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Deed {

    /// One that somebody may do: whatever is for nobody has no method.
    StaffDeed value();
}
