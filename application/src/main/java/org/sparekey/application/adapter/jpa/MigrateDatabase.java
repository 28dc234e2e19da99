package org.sparekey.application.adapter.jpa;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.sparekey.application.port.SiteSettings;

/**
 * Brings the database to the newest version before anybody uses it; a start that cannot fails.
 * Whatever else begins at start depends on this.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class MigrateDatabase {

  @Resource(lookup = ManagedDatabase.NAME)
  private DataSource dataSource;

  @Inject private SiteSettings settings;

  /** Runs the migrations. */
  @PostConstruct
  public void migrate() {
    Migrations.run(dataSource, settings.developer());
  }
}
