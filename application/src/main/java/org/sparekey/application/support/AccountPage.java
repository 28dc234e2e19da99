package org.sparekey.application.support;

import java.util.List;
import java.util.Optional;

/**
 * Found accounts, by sign-in name.
 *
 * @param next what to give as {@code after} for the next page; empty on the last one
 */
public record AccountPage(List<AccountLine> accounts, Optional<String> next) {

  /** Copies the list. */
  public AccountPage {
    accounts = List.copyOf(accounts);
  }
}
