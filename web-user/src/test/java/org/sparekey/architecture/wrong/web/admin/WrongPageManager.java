package org.sparekey.architecture.wrong.web.admin;

import org.sparekey.architecture.wrong.web.user.WrongPage;

public class WrongPageManager {
  WrongPage other;
}
