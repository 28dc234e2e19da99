package org.sparekey.application.adapter.jpa;

import jakarta.annotation.Resource;
import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import javax.sql.DataSource;

/**
 * The one database, defined by configuration alone: without any it is an H2 file in the data
 * directory; {@code docs/configuration.md} says how to make it PostgreSQL. H2 comes by its driver,
 * for its data source is one for distributed transactions, which cost twice as much.
 *
 * <p>There are two pools of connections. What is written whatever becomes of the transaction around
 * it needs a connection while that transaction holds another one; were both from one pool, enough
 * requests at once would hold all of them and wait for each other. Who holds a connection of the
 * second pool waits for nothing else.
 *
 * <p>Each connection is asked whether it still lives before it is used, at most once in {@value
 * #LIVENESS_SECONDS} seconds: after a restart of the database nobody gets a dead one.
 */
@DataSourceDefinition(
    name = ManagedDatabase.NAME,
    className = "${MPCONFIG=sparekey.database.class:org.h2.Driver}",
    url = "${MPCONFIG=sparekey.database.url}",
    user = "${MPCONFIG=sparekey.database.user:sparekey}",
    password = "${MPCONFIG=sparekey.database.password:}",
    transactional = true,
    minPoolSize = 4,
    maxPoolSize = 64,
    properties = {
      ManagedDatabase.VALIDATE,
      ManagedDatabase.BY_DRIVER,
      ManagedDatabase.CLASS,
      ManagedDatabase.PERIOD,
      ManagedDatabase.ALL,
      ManagedDatabase.BARE
    })
@DataSourceDefinition(
    name = ManagedDatabase.ASIDE,
    className = "${MPCONFIG=sparekey.database.class:org.h2.Driver}",
    url = "${MPCONFIG=sparekey.database.url}",
    user = "${MPCONFIG=sparekey.database.user:sparekey}",
    password = "${MPCONFIG=sparekey.database.password:}",
    transactional = false,
    minPoolSize = 2,
    maxPoolSize = 16,
    properties = {
      ManagedDatabase.VALIDATE,
      ManagedDatabase.BY_DRIVER,
      ManagedDatabase.CLASS,
      ManagedDatabase.PERIOD,
      ManagedDatabase.ALL,
      ManagedDatabase.BARE
    })
@Dependent
public class ManagedDatabase {

  static final String NAME = "java:app/jdbc/sparekey";
  static final String ASIDE = "java:app/jdbc/sparekey-aside";

  private static final String LIVENESS_SECONDS = "5";

  static final String VALIDATE = "fish.payara.is-connection-validation-required=true";
  static final String BY_DRIVER = "fish.payara.connection-validation-method=custom-validation";
  static final String CLASS =
      "fish.payara.validation-classname=org.glassfish.api.jdbc.validation.JDBC40ConnectionValidation";
  static final String PERIOD =
      "fish.payara.validate-atmost-once-period-in-seconds=" + LIVENESS_SECONDS;
  static final String ALL = "fish.payara.fail-all-connections=true";

  /** Payara's own statements and results look a method up by reflection for each typed column. */
  static final String BARE = "fish.payara.wrap-jdbc-objects=false";

  @Produces
  @Resource(lookup = NAME)
  DataSource dataSource;

  @Produces
  @Aside
  @Resource(lookup = ASIDE)
  DataSource aside;

  @Produces
  @PersistenceContext(unitName = "sparekey")
  EntityManager entityManager;
}
