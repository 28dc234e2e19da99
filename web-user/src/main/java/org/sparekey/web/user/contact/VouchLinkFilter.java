package org.sparekey.web.user.contact;

import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.LinkFilter;

/** The link in a mail that asks a recovery contact for help. */
public class VouchLinkFilter extends LinkFilter {

  private static final long serialVersionUID = 1L;

  public VouchLinkFilter() {
    super(CookieName.VOUCH, "/vouch");
  }
}
