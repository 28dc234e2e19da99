package org.sparekey.web.user.dev;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.time.ClockView;
import org.sparekey.application.time.LetHoldPass;
import org.sparekey.application.time.LetTimePass;
import org.sparekey.application.time.ReadClock;
import org.sparekey.web.user.kit.Texts;
import org.sparekey.web.user.visit.Visit;

/** The page /dev/clock, and its part of /dev/handset. */
@Named
@RequestScoped
public class ClockBacking {

  private static final String FIXED = "clock.fixed";

  @Inject ReadClock readClock;
  @Inject LetTimePass letTimePass;
  @Inject LetHoldPass letHoldPass;
  @Inject Visit visit;

  private @Nullable ClockView clock;
  private String by = "";

  /** Lets as much time pass as was typed. */
  public void pass() {
    try {
      done(
          letTimePass.pass(Duration.parse(by.strip().toUpperCase(Locale.ROOT))),
          "clock.no-duration");
    } catch (DateTimeException e) {
      refuse("clock.no-duration");
    }
  }

  /** Lets an hour pass. */
  public void hour() {
    done(letTimePass.pass(Duration.ofHours(1)), FIXED);
  }

  /** Lets a day pass. */
  public void day() {
    done(letTimePass.pass(Duration.ofDays(1)), FIXED);
  }

  /** Lets time pass until the first hold is over. */
  public void hold() {
    done(letHoldPass.pass(), "clock.no-hold");
  }

  private void done(boolean passed, String otherwise) {
    if (passed) {
      String here = FacesContext.getCurrentInstance().getViewRoot().getViewId();
      visit.go(here.replace(".xhtml", "") + "?done=time-passed");
    } else {
      refuse(isMovable() ? otherwise : FIXED);
    }
  }

  private static void refuse(String key) {
    FacesContext faces = FacesContext.getCurrentInstance();
    String text = Texts.in(faces.getViewRoot().getLocale()).getString(key);
    faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, text, text));
  }

  public Instant getNow() {
    return read().now();
  }

  public boolean isMovable() {
    return read().movable();
  }

  private ClockView read() {
    ClockView known = clock;
    if (known == null) {
      known = readClock.clock();
      clock = known;
    }
    return known;
  }

  public String getBy() {
    return by;
  }

  public void setBy(String by) {
    this.by = by;
  }
}
