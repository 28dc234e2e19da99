package org.sparekey.web.admin;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.domain.account.StaffRole;

/** {@code GET /admin/}: leads to the first page that the visitor's role opens. */
@WebServlet({"/admin", "/admin/"})
public class AdminWelcome extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient CurrentSession current;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String root = request.getContextPath();
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader(
        "Location",
        current
            .session()
            .filter(SessionView::full)
            .map(session -> root + firstPage(session.roles()))
            .orElse(root + "/sign-in?return=%2Fadmin%2F"));
  }

  private static String firstPage(Set<StaffRole> roles) {
    boolean onlyLog =
        roles.stream().noneMatch(StaffRole::mayReadAccounts)
            && roles.stream().anyMatch(StaffRole::mayReadAuditLog);
    return onlyLog ? "/admin/audit" : "/admin/accounts";
  }
}
