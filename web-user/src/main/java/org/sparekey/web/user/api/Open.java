package org.sparekey.web.user.api;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * For anybody, without a session. Not {@code jakarta.annotation.security.PermitAll}: with it the
 * server asks for HTTP basic authentication.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
@interface Open {}
