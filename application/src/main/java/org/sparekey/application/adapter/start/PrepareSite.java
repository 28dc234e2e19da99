package org.sparekey.application.adapter.start;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.sparekey.application.account.BootstrapAdministrator;
import org.sparekey.application.account.FirstAdministrator;
import org.sparekey.application.account.SeedCrowd;
import org.sparekey.application.account.SeedDemoData;
import org.sparekey.application.adapter.config.Bootstrap;
import org.sparekey.application.adapter.config.Configuration;
import org.sparekey.application.adapter.config.ConfigurationException;
import org.sparekey.application.adapter.crypto.KeyRing;
import org.sparekey.application.audit.MarkAuditing;
import org.sparekey.application.policy.PublishShippedPolicies;
import org.sparekey.domain.shared.Secret;

/**
 * After the migrations and before the first request: the configuration makes sense, the keys are
 * there, the shipped policies are published, and there is somebody who can sign in. What fails here
 * fails the deployment.
 */
@Singleton
@Startup
@DependsOn("MigrateDatabase")
@TransactionManagement(TransactionManagementType.BEAN)
public class PrepareSite {

  private static final System.Logger LOG = System.getLogger(PrepareSite.class.getName());
  private static final int HTTP = 80;

  @Inject private Configuration configuration;
  @Inject private KeyRing keys;
  @Inject private PublishShippedPolicies publishShippedPolicies;
  @Inject private SeedDemoData seedDemoData;
  @Inject private SeedCrowd seedCrowd;
  @Inject private MarkAuditing markAuditing;
  @Inject private BootstrapAdministrator bootstrapAdministrator;

  /** Does all of it; a second start finds it done. */
  @PostConstruct
  public void prepare() {
    if (!keys.complete()) {
      throw new IllegalStateException("keys are missing");
    }
    publishShippedPolicies.publish();
    if (configuration.developer()) {
      refuseOpenListener();
      seedDemoData.seed(configuration.demoHold());
      seedCrowd.seed(configuration.benchmarkCrowd(), configuration.test());
    }
    configuration.bootstrap().ifPresent(this::bootstrap);
    markAuditing.mark(true);
  }

  /**
   * The last entry of this node. When the whole server stops, the database is gone before anybody
   * is told: then the next start, without an end before it, says that there was a stop.
   */
  @PreDestroy
  public void end() {
    try {
      markAuditing.mark(false);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.INFO, "The end of auditing could not be marked", e);
    }
  }

  private void refuseOpenListener() {
    int port = configuration.baseUrl().getPort();
    LoopbackOnly.open(port < 0 ? HTTP : port)
        .ifPresent(
            address -> {
              throw new ConfigurationException(
                  List.of(
                      "sparekey.profile is developer, but the server listens on "
                          + address.getHostAddress()
                          + ", too. Bind its listener to 127.0.0.1, as mvn -q -Prun does, or take"
                          + " the production profile."));
            });
  }

  private void bootstrap(Bootstrap wanted) {
    bootstrapAdministrator
        .bootstrap(
            new FirstAdministrator(
                wanted.organisation(),
                wanted.signInName(),
                wanted.displayName(),
                wanted.email(),
                password(wanted)))
        .ifPresent(
            problem -> {
              throw new ConfigurationException(List.of(problem));
            });
  }

  private static Secret password(Bootstrap wanted) {
    try {
      return Secret.ofText(Files.readString(wanted.passwordFile(), UTF_8).strip());
    } catch (IOException e) {
      // the file may be deleted once there are accounts: then nobody asks for the password
      return Secret.ofText("");
    }
  }
}
