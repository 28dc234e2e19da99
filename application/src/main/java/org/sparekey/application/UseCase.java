package org.sparekey.application;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * One thing that somebody can do, named by a verb phrase, with one public method that runs in one
 * transaction.
 *
 * <p>A use case is a singleton without a client proxy, so that its fields can be final and come in
 * by the constructor. What it refuses it returns as a value: an exception would roll back the
 * attempt counter and the audit entry.
 */
@Stereotype
@Singleton
@Transactional
@Documented
@Retention(RUNTIME)
@Target(TYPE)
public @interface UseCase {}
