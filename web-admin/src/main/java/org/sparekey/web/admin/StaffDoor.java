package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.sparekey.application.signin.CurrentSession;
import org.sparekey.application.signin.SessionView;
import org.sparekey.application.support.StaffAnswer;
import org.sparekey.application.support.StaffRefusal;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.shared.Origin;

/** One request to a page of the admin portal: who is there, what came along, what is answered. */
@Named("staff")
@RequestScoped
public class StaffDoor {

  private static final int LONGEST_PARAMETER = 600;

  @Inject CurrentSession current;

  /** Who asks and from where. */
  public record Visitor(SessionView session, Origin origin) {}

  /**
   * Asks a use case for what the page shows. Without a session the visitor is led to the sign-in
   * page, after a refusal to the house's error page; then there is nothing to show.
   */
  public <T> Optional<T> ask(Function<? super Visitor, ? extends StaffAnswer<T>> useCase) {
    Optional<SessionView> session = current.session().filter(SessionView::full);
    if (session.isEmpty()) {
      toSignIn();
      return Optional.empty();
    }
    return useCase
        .apply(new Visitor(session.get(), current.origin()))
        .fold(
            Optional::of,
            reason -> {
              refuse(statusOf(reason));
              return Optional.empty();
            });
  }

  /** Answers with the house's error page. */
  public void refuse(int status) {
    try {
      outside().responseSendError(status, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    FacesContext.getCurrentInstance().responseComplete();
  }

  /** The HTTP status for a refusal. */
  static int statusOf(StaffRefusal reason) {
    return switch (reason) {
      case NOT_SIGNED_IN -> HttpServletResponse.SC_UNAUTHORIZED;
      case ROLE_MISSING, ON_PROBATION -> HttpServletResponse.SC_FORBIDDEN;
      case UNKNOWN_ACCOUNT -> HttpServletResponse.SC_NOT_FOUND;
      case TOO_MANY_EXPORTS -> 429;
    };
  }

  /** The parameter, or the empty text when it is missing or absurdly long. */
  public String param(String name) {
    String value = outside().getRequestParameterMap().get(name);
    return value == null || value.length() > LONGEST_PARAMETER ? "" : value;
  }

  /** All values of the parameter, absurdly long ones cut to nothing. */
  public List<String> params(String name) {
    String[] values = outside().getRequestParameterValuesMap().getOrDefault(name, new String[0]);
    return Arrays.stream(values)
        .map(value -> value.length() > LONGEST_PARAMETER ? "" : value)
        .toList();
  }

  /** A long text, as long as a form may be. */
  public String typed(String name) {
    return outside().getRequestParameterMap().getOrDefault(name, "");
  }

  /** Whether the visitor may find and view accounts. */
  public boolean isReadsAccounts() {
    return may(StaffRole::mayReadAccounts);
  }

  /** Whether the visitor may search and export the audit log. */
  public boolean isReadsLog() {
    return may(StaffRole::mayReadAuditLog);
  }

  /** Whether the visitor may agree to recoveries that wait for people. */
  public boolean isApproves() {
    return may(StaffRole::mayApproveRecoveries);
  }

  /** Whether the visitor may write recovery policies. */
  public boolean isWritesPolicies() {
    return may(StaffRole::mayWritePolicies);
  }

  private boolean may(Function<StaffRole, Boolean> right) {
    return current
        .session()
        .filter(SessionView::full)
        .filter(session -> session.roles().stream().anyMatch(right::apply))
        .isPresent();
  }

  private void toSignIn() {
    ExternalContext outside = outside();
    String path = outside.getRequestServletPath();
    String way = "/sign-in?return=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    try {
      outside.redirect(outside.getRequestContextPath() + way);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExternalContext outside() {
    return FacesContext.getCurrentInstance().getExternalContext();
  }
}
