package org.sparekey.web.user.visit;

import java.util.Optional;
import java.util.Set;
import org.sparekey.domain.account.Session;

/** What a path asks of its visitor. */
enum Door {
  /** Style sheets and the like: no session is looked up. */
  ASSET,
  /** Anybody. REST answers for itself. */
  OPEN,
  /** The password was right; how far beyond does not matter. */
  CHALLENGE,
  /** A sign-in that is over, or one that may enrol the first factor. */
  ENROLMENT,
  /** A sign-in that is over: everything that is not named here. */
  FULL;

  private static final Set<String> OPEN_PAGES =
      Set.of(
          "/",
          "/sign-in",
          "/sign-out",
          "/language",
          "/recover",
          "/veto",
          "/veto/factor",
          "/contact",
          "/vouch",
          "/error",
          "/api",
          "/authenticator",
          "/authenticator.webmanifest",
          "/authenticator-worker.js");
  private static final Set<String> OPEN_ROOMS = Set.of("/api/", "/password/", "/recover/", "/dev/");
  private static final Set<String> ENROLMENT_PAGES = Set.of("/factors/enrol", "/factors/add");
  private static final String ENROLMENT_ROOM = "/factors/enrol/";

  /** The door before a path within the application. */
  static Door of(String path) {
    if (path.startsWith("/resources/") || path.startsWith("/jakarta.faces.resource/")) {
      return ASSET;
    }
    if (path.equals("/sign-in/challenge")) {
      return CHALLENGE;
    }
    if (ENROLMENT_PAGES.contains(path) || path.startsWith(ENROLMENT_ROOM)) {
      return ENROLMENT;
    }
    boolean open = OPEN_PAGES.contains(path) || OPEN_ROOMS.stream().anyMatch(path::startsWith);
    return open ? OPEN : FULL;
  }

  /** The page that a visitor at this level must see first; empty when the door is open. */
  Optional<String> elsewhere(Optional<Session.Level> level) {
    if (this == ASSET || this == OPEN) {
      return Optional.empty();
    }
    return level.isEmpty() ? Optional.of("/sign-in") : elsewhere(level.get());
  }

  private Optional<String> elsewhere(Session.Level level) {
    return switch (level) {
      case FULL, REMEMBERED -> Optional.empty();
      case PASSWORD -> this == CHALLENGE ? Optional.empty() : Optional.of("/sign-in/challenge");
      case ENROLMENT -> this == ENROLMENT ? Optional.empty() : Optional.of("/factors/enrol");
    };
  }
}
