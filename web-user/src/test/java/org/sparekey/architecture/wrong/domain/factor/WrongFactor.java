package org.sparekey.architecture.wrong.domain.factor;

import org.sparekey.architecture.wrong.domain.challenge.WrongChallenge;

public class WrongFactor {
  WrongChallenge above;
}
