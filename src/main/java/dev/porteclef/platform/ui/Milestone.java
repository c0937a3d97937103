package dev.porteclef.platform.ui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A page that is a step on the way to a first green key. When a customer reaches it first is noted, by whoever follows
/// that way. Decision 0029.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Milestone {

    /// Which step the page is.
    Step value();

    /// The steps that are pages; what comes after is told by checks.
    enum Step {
        /// The guide of an exchange.
        GUIDE,
        /// The form that connects a key.
        FORM
    }
}
