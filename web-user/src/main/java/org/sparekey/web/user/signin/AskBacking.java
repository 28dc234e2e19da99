package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.QuestionView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.visit.Visit;

/** Asks the chosen factor, and shows what was asked. */
@Named
@RequestScoped
public class AskBacking {

  @Inject FactorChoiceBacking choice;
  @Inject Visit visit;

  private boolean looked;
  private Optional<QuestionView> question = Optional.empty();

  /** Puts the question; the page comes again by a GET and shows it. */
  public void ask() {
    Optional<FactorId> factor = FactorId.parse(choice.getFactor());
    if (factor.isEmpty()) {
      visit.refuse("unknown-factor");
      return;
    }
    AskResult result = choice.flow().ask(factor.get());
    if (result instanceof AskResult.Refused refused) {
      visit.refuse(null, refused.reason().code(), refused.retryAt());
    } else {
      visit.again();
    }
  }

  /** The last question of this page to the chosen factor, while it is in time. */
  public Optional<QuestionView> getQuestion() {
    if (!looked) {
      question =
          FactorId.parse(choice.getFactor()).flatMap(factor -> choice.flow().question(factor));
      looked = true;
    }
    return question;
  }
}
