package org.sparekey.web.user.visit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The address to come back to after signing in. It carries what was typed, where that is no secret:
 * only the fields that are listed here for their page, whatever else the form held.
 */
public final class WayBack {

  private static final int LONGEST_VALUE = 400;

  private static final Map<String, List<String>> FIELDS =
      Map.ofEntries(
          Map.entry("/sign-in/challenge", List.of("factor", "remember", "return")),
          Map.entry("/sign-in/confirm", List.of("factor", "return")),
          Map.entry("/recover/factor", List.of("factor")),
          Map.entry("/factors/enrol", List.of("device")),
          Map.entry("/factors/enrol/passkey", List.of("device")),
          Map.entry("/factors/enrol/security-key", List.of("device")),
          Map.entry("/factors/device", List.of("device")),
          Map.entry("/factors/rename", List.of("factor", "device")),
          Map.entry("/factors/remove", List.of("factor")),
          Map.entry("/account", List.of("kind", "address")),
          Map.entry("/account/confirm", List.of("contact")),
          Map.entry("/account/mailbox", List.of("contact")),
          Map.entry("/admin/accounts", List.of("q")),
          Map.entry("/admin/account", List.of("id")),
          Map.entry("/admin/recovery", List.of("id")),
          Map.entry("/admin/policies/policy", List.of("key", "number")),
          Map.entry("/admin/policies/draft", List.of("id", "view", "account")),
          Map.entry("/admin/policies/publish", List.of("id")),
          Map.entry("/admin/policies/decide", List.of("key", "act")),
          Map.entry("/admin/policies/difference", List.of("older", "newer")),
          Map.entry("/admin/policies/try", List.of("id", "who", "risk")),
          Map.entry("/admin/audit", List.of("from", "to", "code", "actor", "subject", "outcome")));

  private WayBack() {}

  /** The path with the listed fields of the request in its query. */
  static String to(String path, HttpServletRequest request) {
    return request.getContextPath() + to(path, request::getParameter);
  }

  static String to(String path, Function<String, @Nullable String> parameters) {
    StringJoiner query = new StringJoiner("&", "?", "").setEmptyValue("");
    for (String field : FIELDS.getOrDefault(path, List.of())) {
      String typed = parameters.apply(field);
      if (typed != null && !typed.isEmpty() && typed.length() <= LONGEST_VALUE) {
        query.add(field + "=" + encoded(typed));
      }
    }
    return path + query;
  }

  /** Percent-encoded for a query. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("*", "%2A");
  }
}
