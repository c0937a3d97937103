package dev.porteclef.platform.ui;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// A page on which nothing is typed that could be lost: it may be loaded again at any time without a word, and the
/// session of somebody who only reads such pages ends soon. Decision 0027.
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reading {}
