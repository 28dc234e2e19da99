package org.sparekey.application;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * What stands behind a port: a database, a library, a clock, a provider. Use cases reach it through
 * the port only; it takes part in the transaction of the use case that calls it.
 */
@Stereotype
@Singleton
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface Adapter {}
