package org.sparekey.architecture.wrong.domain.challenge;

import org.sparekey.architecture.wrong.domain.policy.WrongPolicy;

public class WrongChallenge {
  WrongPolicy aside;
}
