package org.sparekey.application.adapter.schedule;

import jakarta.ejb.DependsOn;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.sparekey.application.okta.TalkToOkta;

/** Says to Okta what is due, every second. */
@Singleton
@Startup
@DependsOn("PrepareSite")
@TransactionManagement(TransactionManagementType.BEAN)
public class TalkToOktaEverySecond {

  @Inject private TalkToOkta talkToOkta;

  /** What is left after one batch waits for the next second. */
  @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
  public void talk() {
    Quietly.run("okta", talkToOkta::run);
  }
}
