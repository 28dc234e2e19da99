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
 */
@DataSourceDefinition(
    name = ManagedDatabase.NAME,
    className = "${MPCONFIG=sparekey.database.class:org.h2.Driver}",
    url = "${MPCONFIG=sparekey.database.url}",
    user = "${MPCONFIG=sparekey.database.user:sparekey}",
    password = "${MPCONFIG=sparekey.database.password:}",
    transactional = true,
    minPoolSize = 4,
    maxPoolSize = 64)
@Dependent
public class ManagedDatabase {

  static final String NAME = "java:app/jdbc/sparekey";

  @Produces
  @Resource(lookup = NAME)
  DataSource dataSource;

  @Produces
  @PersistenceContext(unitName = "sparekey")
  EntityManager entityManager;
}
