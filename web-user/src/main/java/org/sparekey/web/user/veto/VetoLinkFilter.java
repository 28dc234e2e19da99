package org.sparekey.web.user.veto;

import org.sparekey.web.user.kit.CookieName;
import org.sparekey.web.user.kit.LinkFilter;

/** The link in a notice. */
public class VetoLinkFilter extends LinkFilter {

  private static final long serialVersionUID = 1L;

  public VetoLinkFilter() {
    super(CookieName.VETO, "/veto");
  }
}
