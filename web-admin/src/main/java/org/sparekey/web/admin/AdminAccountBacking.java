package org.sparekey.web.admin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sparekey.application.support.AccountFile;
import org.sparekey.application.support.ViewAccount;
import org.sparekey.domain.shared.AccountId;
import org.sparekey.domain.shared.AuditEntryId;

/** The page /admin/account. */
@Named
@RequestScoped
public class AdminAccountBacking {

  @Inject StaffDoor door;
  @Inject ViewAccount viewAccount;

  private @Nullable AccountFile file;

  /** Reads what the address asks for, before anything is shown. */
  public void load() {
    Optional<AccountId> id = AccountId.parse(door.param("id"));
    if (id.isEmpty()) {
      door.refuse(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    file =
        door.ask(
                visitor ->
                    viewAccount.view(
                        visitor.session(),
                        id.get(),
                        AuditEntryId.parse(door.param("before")),
                        visitor.origin()))
            .orElse(null);
  }

  public @Nullable AccountFile getFile() {
    return file;
  }

  /** Whether older events than the latest are shown. */
  public boolean isFurther() {
    return !door.param("before").isEmpty();
  }

  /** The query of the page with older events, or empty. */
  public String getOlderQuery() {
    return file == null
        ? ""
        : file.timeline().next().map(next -> getLatestQuery() + "&before=" + next).orElse("");
  }

  /** The query of the page with the latest events. */
  public String getLatestQuery() {
    return file == null ? "" : "id=" + file.id();
  }
}
