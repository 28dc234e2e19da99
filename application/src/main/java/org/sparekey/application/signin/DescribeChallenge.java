package org.sparekey.application.signin;

import org.sparekey.application.UseCase;

/** What can answer the challenge. */
@UseCase
public class DescribeChallenge {

  public ChallengeView describe(SessionView session) {
    throw new UnsupportedOperationException();
  }
}
