package org.sparekey.application.adapter.jpa;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The schema, by Flyway: the same scripts on H2 and on PostgreSQL. */
final class Migrations {

  private Migrations() {}

  /**
   * Migrates what there is, however old.
   *
   * @param handset with the tables of the virtual handset, which have a history of their own
   */
  static void run(DataSource database, boolean handset) {
    Map<String, String> placeholders = Map.of("bytewise", bytewise(database));
    flyway(database, placeholders).locations("classpath:db/migration").load().migrate();
    if (handset) {
      flyway(database, placeholders)
          .locations("classpath:db/handset")
          .table("flyway_handset_history")
          .baselineOnMigrate(true)
          .baselineVersion("0")
          .load()
          .migrate();
    }
  }

  private static FluentConfiguration flyway(DataSource database, Map<String, String> placeholders) {
    return Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(database)
        .placeholders(placeholders)
        .validateMigrationNaming(true)
        .cleanDisabled(true);
  }

  private static String bytewise(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")
          ? " collate \"C\""
          : "";
    } catch (SQLException e) {
      throw new DatabaseException(e);
    }
  }
}
