package org.sparekey.web.user.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.FactorView;
import org.sparekey.application.signin.QuestionView;
import org.sparekey.domain.shared.FactorId;

/** For whom a page asks factors: for a session, or for a recovery. */
public interface FactorFlow {

  /**
   * Whether it asks on this page.
   *
   * @param view id of the Faces view, such as "/sign-in/challenge.xhtml"
   */
  boolean asksOn(String view);

  /** The factors to choose from. */
  List<FactorView> factors();

  /** Stable codes of kinds that this person has and nobody can ask here any more. */
  default Set<String> missing() {
    return Set.of();
  }

  /** Puts the question. */
  AskResult ask(FactorId factor);

  /** The last question, while it is in time. */
  Optional<QuestionView> question(FactorId factor);

  /** Where a script reads whether the device has answered. */
  String questionAddress();
}
