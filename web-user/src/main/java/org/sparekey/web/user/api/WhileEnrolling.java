package org.sparekey.web.user.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Also for a session that may do nothing but bind its first factor. */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
@interface WhileEnrolling {}
