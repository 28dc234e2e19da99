package org.sparekey.architecture.wrong.web.user;

import jakarta.inject.Named;
import jakarta.servlet.http.HttpSession;
import org.sparekey.architecture.wrong.application.port.WrongPort;
import org.sparekey.architecture.wrong.web.admin.WrongPageManager;
import org.sparekey.architecture.wrong.web.user.start.WrongLauncher;

@Named
public class WrongPage {
  HttpSession session;
  WrongPort port;
  WrongPageManager other;
  WrongLauncher launcher;
}
