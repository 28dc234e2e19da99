package org.sparekey.application.enrolment;

import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.FactorView;
import org.sparekey.application.signin.SessionView;

/** Factors in use or suspended. */
@UseCase
public class ListOwnFactors {

  public List<FactorView> list(SessionView session) {
    throw new UnsupportedOperationException();
  }
}
