package org.sparekey.web.user.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import org.sparekey.application.signin.AskFactor;
import org.sparekey.application.signin.AskResult;
import org.sparekey.application.signin.DescribeQuestion;
import org.sparekey.application.signin.QuestionView;
import org.sparekey.domain.shared.FactorId;
import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.visit.Visit;

/** Asks the chosen factor, on /sign-in/challenge and /sign-in/confirm, and shows what was asked. */
@Named
@RequestScoped
public class AskBacking {

  @Inject AskFactor ask;
  @Inject DescribeQuestion describe;
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
    AskResult result =
        ask.ask(visit.session(), factor.get(), visit.origin(), visit.secret(CookieName.BROWSER));
    if (result instanceof AskResult.Refused refused) {
      visit.refuse(null, refused.reason().code(), refused.retryAt());
    } else {
      visit.again();
    }
  }

  /** The last question of this session to the chosen factor, while it is in time. */
  public Optional<QuestionView> getQuestion() {
    if (!looked) {
      question =
          FactorId.parse(choice.getFactor())
              .flatMap(factor -> describe.describe(visit.session(), factor, visit.origin()));
      looked = true;
    }
    return question;
  }
}
