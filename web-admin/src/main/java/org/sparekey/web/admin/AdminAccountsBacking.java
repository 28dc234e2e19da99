package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.support.AccountLine;
import org.sparekey.application.support.AccountPage;
import org.sparekey.application.support.FindAccounts;

/** The page /admin/accounts. */
@Named
@RequestScoped
public class AdminAccountsBacking {

  @Inject StaffDoor door;
  @Inject FindAccounts findAccounts;

  private @Nullable AccountPage page;

  /** Finds what the address asks for, before anything is shown. */
  public void load() {
    String after = door.param("after");
    page =
        door.ask(
                visitor ->
                    findAccounts.find(
                        visitor.session(),
                        getText(),
                        Optional.of(after).filter(text -> !text.isEmpty()),
                        visitor.origin()))
            .orElse(null);
  }

  public String getText() {
    return door.param("q");
  }

  /** Whether something was looked for. */
  public boolean isAsked() {
    return !getText().isBlank();
  }

  public List<AccountLine> getAccounts() {
    return page == null ? List.of() : page.accounts();
  }

  /** Whether this is a page beyond the first. */
  public boolean isFurther() {
    return !door.param("after").isEmpty();
  }

  /** The query of the first page. */
  public String getFirstQuery() {
    return "q=" + encoded(getText());
  }

  /** The query of the next page, or empty. */
  public String getNextQuery() {
    return page == null
        ? ""
        : page.next().map(next -> getFirstQuery() + "&after=" + encoded(next)).orElse("");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
