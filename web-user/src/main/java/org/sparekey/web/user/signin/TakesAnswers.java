package org.sparekey.web.user.signin;

import org.sparekey.application.signin.FactorAnswer;

/** A page that a factor answers on. */
public interface TakesAnswers {

  /** Goes on when the answer is right; shows the page again when it is not. */
  void answer(FactorAnswer given);
}
