package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sparekey.domain.account.StaffRole;
import org.sparekey.domain.audit.AuditCode;
import org.sparekey.domain.policy.EvidenceKind;
import org.sparekey.domain.policy.RiskReason;

/**
 * Stable codes in words, in the page's language; a code that has no words yet stands for itself.
 */
@Named("words")
@RequestScoped
public class Words {

  private static final String BUNDLE = "org.sparekey.web.admin.Messages";
  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** The bundle in a language. */
  static ResourceBundle in(Locale locale) {
    return ResourceBundle.getBundle(BUNDLE, locale, Words.class.getClassLoader());
  }

  /** The words for a code; a group ends in a dot, as the keys have it. */
  public String of(String group, @Nullable String code) {
    if (code == null || code.isEmpty()) {
      return "";
    }
    ResourceBundle texts = texts();
    String key = group + code;
    return texts.containsKey(key) ? texts.getString(key) : code;
  }

  /** What happened. */
  public String event(AuditCode code) {
    return of("code.", code.code());
  }

  /** Why: a refusal, a cause, a state that was reached or a way that was taken. */
  public String reason(String code) {
    return details().known(code);
  }

  /** Further stable words of an entry, those that are known in the page's language. */
  public String detail(@Nullable String detail) {
    return detail == null ? "" : details().of(detail);
  }

  /** Roles, in words. */
  public String roles(Collection<StaffRole> roles) {
    return all("role.", roles.stream().sorted().map(StaffRole::code));
  }

  /** Proofs, in words. */
  public String evidence(Collection<EvidenceKind> kinds) {
    return all("evidence.", kinds.stream().map(EvidenceKind::code));
  }

  /** Reasons for care, in words. */
  public String risks(Collection<RiskReason> reasons) {
    return all("risk.", reasons.stream().map(RiskReason::code));
  }

  /** The look of a badge for a state or an outcome. */
  public String look(String code) {
    return switch (code) {
      case "active", "completed", "success" -> "success";
      case "suspended", "holding", "approving", "refused" -> "warn";
      case "vetoed", "denied", "failed" -> "error";
      case "pending", "requested", "proving", "ready" -> "info";
      default -> "plain";
    };
  }

  /** The moment in UTC, to the second, as it can be compared with other logs. */
  public String utc(Instant at) {
    return UTC.format(at);
  }

  /** A language's name in the page's language. */
  public String language(Locale language) {
    return language.getDisplayLanguage(FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }

  private static Details details() {
    return new Details(texts(), FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }

  private String all(String group, Stream<String> codes) {
    return codes.map(code -> of(group, code)).collect(Collectors.joining(", "));
  }

  private static ResourceBundle texts() {
    return in(FacesContext.getCurrentInstance().getViewRoot().getLocale());
  }
}
