package org.sparekey.application.account;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.sparekey.application.Step;
import org.sparekey.application.port.ContactPointRepository;
import org.sparekey.application.port.SiteSettings;
import org.sparekey.domain.account.Account;
import org.sparekey.domain.account.ContactPoint;

/** Words that a person's password must not be made of. */
@Step
class PersonalWords {

  private final ContactPointRepository contacts;
  private final SiteSettings site;

  @Inject
  PersonalWords(ContactPointRepository contacts, SiteSettings site) {
    this.contacts = contacts;
    this.site = site;
  }

  /** For anybody. */
  List<String> ofNobody() {
    return List.of(site.siteName(), "sparekey");
  }

  /** For this person: names and addresses. */
  List<String> of(Account account) {
    List<String> words = new ArrayList<>(ofNobody());
    words.add(account.signInName().value());
    words.add(account.displayName());
    contacts.ofAccount(account.id()).stream().map(ContactPoint::value).forEach(words::add);
    return words;
  }
}
