package org.sparekey.application.account;

import java.util.List;
import org.sparekey.application.UseCase;
import org.sparekey.application.signin.SessionView;

/** The contact points of the owner, removed ones left out. */
@UseCase
public class ListOwnContactPoints {

  public List<ContactPointView> list(SessionView session) {
    throw new UnsupportedOperationException();
  }
}
