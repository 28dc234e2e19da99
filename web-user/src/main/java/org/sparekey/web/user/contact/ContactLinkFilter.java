package org.sparekey.web.user.contact;

import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.LinkFilter;

/** The link in an invitation to a recovery contact. */
public class ContactLinkFilter extends LinkFilter {

  private static final long serialVersionUID = 1L;

  public ContactLinkFilter() {
    super(CookieName.CONTACT, "/contact");
  }
}
