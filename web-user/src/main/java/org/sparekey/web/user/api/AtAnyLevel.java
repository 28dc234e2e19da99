package org.sparekey.web.user.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** For whoever has a session, however far the sign-in got. */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
@interface AtAnyLevel {}
